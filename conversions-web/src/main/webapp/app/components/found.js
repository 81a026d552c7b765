import { money } from '../format.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('frame/jump');

/** Turns the answers of the API into places to go to: what it is, and where it is shown. */
const PLACES = {
  customer: (customer) => [customerPlace(customer)],
  customers: (list) => list.map(customerPlace),
  partner: (partner) => [partnerPlace(partner)],
  partners: (list) => list.map(partnerPlace),
  link: (link) => [linkPlace(link)],
  links: (list) => list.map(linkPlace),
  sale: (sale) => [salePlace(sale)],
  commission: ({ id, earnings, currency, partner }) => [
    { sign: 'handshake', kind: 'commission', title: money(earnings, currency), detail: partner.name, href: `/app/partners/commissions/${id}` }],
  event: ({ id, type, explanation }) => [{ sign: 'bolt', kind: 'event', title: type, detail: explanation, href: `/app/stripe/events/${id}` }],
  object: objectPlaces,
};

/** @returns {{sign: string, kind: string, title: string, detail?: string, href: string}[]} */
export function answers(kind, answer, text) {
  return PLACES[kind](answer, text);
}

function customerPlace({ id, name, email, externalId }) {
  return { sign: 'users', kind: 'customer', title: name || email || externalId, detail: name ? email || externalId : externalId, href: `/app/customers/${id}` };
}

function partnerPlace({ id, name, email }) {
  return { sign: 'handshake', kind: 'partner', title: name || email, detail: email, href: `/app/partners/${id}` };
}

function linkPlace({ id, shortLink, url }) {
  return { sign: 'link', kind: 'link', title: shortLink.replace(/^https?:\/\//, ''), detail: url, href: `/app/links/${id}` };
}

function salePlace({ id, amount, currency, customer, invoiceId }) {
  return { sign: 'card', kind: 'sale', title: money(amount, currency), detail: customer?.name || customer?.email || invoiceId, href: `/app/sales/${id}` };
}

/** An object of Stripe is what it stands for here: the sale, the customer, and what Stripe said of it. */
function objectPlaces({ customer, sales, tracked }, text) {
  return [
    ...(text.startsWith('cus_') || text.startsWith('sub_') ? [] : sales.slice(0, 1).map(salePlace)),
    ...(customer ? [customerPlace(customer)] : []),
    { sign: 'bolt', kind: 'object', title: text, detail: tracked ? texts.tracked : texts.untracked, href: `/app/stripe/look-up/${encodeURIComponent(text)}` },
  ];
}
