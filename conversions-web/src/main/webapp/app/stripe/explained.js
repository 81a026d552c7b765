import { language as spoken } from '../language.js';
import { textsOf } from '../texts.js';

const own = await textsOf('reasons/reasons');

/** The API's sentences that come without a code, by the name of their translation. */
const SENTENCES = {
  saleRecorded: /^Sale (\S+) was recorded$/,
  saleWithoutCommission: /^Sale (\S+) was recorded\. It earns no commission: (.+)$/,
  accountConnected: /^The account is connected to this workspace$/,
  accountDisconnected: /^The account was disconnected; what was recorded stays$/,
  invoicePaid: /^Payment (\S+) paid for invoice (\S+)$/,
  customerDeleted: /^The customer was deleted at Stripe; what was bought stays$/,
  customerKnown: /^Stripe customer (\S+) is customer (\S+)$/,
  takenBack: /^(\d+) of the sale was taken back$/,
  givenBack: /^(\d+) of the sale was given back$/,
  stillCustomer: /^The customer has another subscription or bought again since$/,
  churned: /^The customer's last subscription ended$/,
  trial: /^The customer tries subscription (\S+) for free$/,
  subscriptionIs: /^The subscription is (\S+)$/,
  subscriptionUntil: /^The subscription is (\S+) until (\S+)$/,
  handed: /^Handed to the queue (\S+)$/,
  ownClick: /^The click that the purchase itself names$/,
  oneClick: /^The one click that brought the buyer$/,
  oneClickLearned: /^The one click that brought the buyer, as was learned after the payment$/,
  firstClick: /^The first of (\d+) clicks that brought the buyer before the payment$/,
  firstClickLearned: /^The first of (\d+) clicks that brought the buyer before the payment, as was learned after the payment$/,
  lastClick: /^The last of (\d+) clicks that brought the buyer before the payment$/,
  lastClickLearned: /^The last of (\d+) clicks that brought the buyer before the payment, as was learned after the payment$/,
};

/** The codes of why a sale earns no commission, by the API's sentences. */
const NO_CREDIT = {
  'The link belongs to no partner': 'link_of_nobody',
  "The link's partner is not enrolled in the program": 'partner_not_enrolled',
  "The link's partner had left the program": 'partner_deactivated',
  "The link's partner is banned from the program": 'partner_banned',
  'The program promised no reward for it at that time': 'no_reward',
  'By the terms of that time the partner earned nothing by it': 'nothing_earned',
};

/**
 * Says what became of a Stripe event, or which click a payment goes back to, in the language of the pages. The API speaks
 * English; what is not known in another language stays in its words.
 *
 * @param {{reason: string|null, explanation: string|null}} why
 * @returns {{text: string, lang?: string}|null} the language where it is not that of the pages; null when there is nothing to say
 */
export function explained({ reason, explanation }, { language = spoken, texts = own } = {}) {
  if (!explanation || language === 'en') {
    return explanation ? { text: explanation } : null;
  }
  if (texts.reasons[reason]) {
    return { text: texts.reasons[reason] };
  }
  const [name, pattern] = Object.entries(SENTENCES).find(([, candidate]) => candidate.test(explanation)) ?? [];
  return name ? { text: texts.sentences[name](...pattern.exec(explanation).slice(1).map((value) => texts.noCredit[NO_CREDIT[value]] ?? value)) }
    : { text: explanation, lang: 'en' };
}
