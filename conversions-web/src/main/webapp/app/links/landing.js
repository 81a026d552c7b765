import { apart, first, nameOf, valueOf, without, withParameter } from './address.js';

/** Stands for the id of a click that has not happened yet. */
export const CLICK_ID = 'CLICK_ID';

/** The names of each vocabulary: the parameter of the click, and what a payment link is marked with and given instead. */
const VOCABULARIES = {
  dub: { parameter: 'dub_id', marker: 'dub_client_reference_id', prefix: 'dub_id_' },
  codeqr: { parameter: 'cq_id', marker: 'codeqr_client_reference_id', prefix: 'codeqr_id_' },
};
const MARKERS = Object.values(VOCABULARIES).map(({ marker }) => marker);
const UTM = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'];

/**
 * Decides where a visitor of a link lands, by the rules and in the order of the server: disabled; password; expired; the
 * preview of a program; a frame; the visitor's device; the country; the link's own destination, or one of a test.
 *
 * @param {object} link in the words of the API; what is empty asks for nothing
 * @param {{device: 'computer'|'ios'|'android'|'program', country: string, at: Date|string, unlocked?: boolean}} visitor
 * @param {{expiredUrl?: string, notFoundUrl?: string}} domain that the link is on
 * @param {string} vocabulary of the workspace
 * @returns {{kind: 'sent'|'framed'|'nothing'|'locked'|'expired'|'preview', reason: string, url: string|null,
 *   additions: {name: string, value: string}[], campaign: string[], counted: boolean, choices: {url: string, share: number}[]}}
 *   url: where the visitor is in the end, null for a page of this server; choices: the destinations of a test, one of which it is
 */
export function landing(link, visitor, domain = {}, vocabulary = 'dub') {
  const at = new Date(visitor.at).getTime();
  const page = (kind, reason, url = null) => ({ kind, reason, url, additions: [], campaign: [], counted: false, choices: [] });
  if (link.disabled || link.disabledAt) {
    return page('nothing', 'disabled', domain.notFoundUrl || null);
  }
  if (link.password && !visitor.unlocked) {
    return page('locked', 'password');
  }
  if (link.expiresAt && at >= new Date(link.expiresAt).getTime()) {
    return page('expired', link.expiredUrl ? 'expired' : domain.expiredUrl ? 'expiredDomain' : 'expired', link.expiredUrl || domain.expiredUrl || null);
  }
  const person = visitor.device !== 'program';
  if (link.proxy && !person) {
    return page('preview', 'preview');
  }
  const choices = person && tested(link, at) ? shares(link.testVariants) : [];
  const own = choices[0]?.url ?? link.url;
  const rule = link.rewrite ? null : ruleFor(link, visitor);
  const chosen = rule?.url ?? own;
  const outgoing = going(link, chosen, vocabulary);
  return {
    kind: link.rewrite ? 'framed' : 'sent',
    reason: rule?.reason ?? (link.rewrite ? 'frame' : choices.length ? 'test' : 'default'),
    url: person ? outgoing.additions.reduce((url, { name, value }) => withParameter(url, name, value), outgoing.url) : outgoing.url,
    additions: person ? outgoing.additions : [],
    campaign: UTM.filter((name) => first(outgoing.url, name)),
    counted: person,
    choices: rule ? [] : choices,
  };
}

/** Tells whether a destination has the mark of a payment link, in whichever vocabulary. */
export function marked(url) {
  return apart(url).parameters.some((parameter) => MARKERS.includes(nameOf(parameter)) && valueOf(parameter) === '1');
}

/** A device chooses before a country. */
function ruleFor(link, { device, country }) {
  if (link.ios && device === 'ios') {
    return { reason: 'ios', url: link.ios };
  }
  if (link.android && device === 'android') {
    return { reason: 'android', url: link.android };
  }
  const there = link.geo?.[country];
  return there ? { reason: 'country', url: there } : null;
}

function tested({ testVariants, testStartedAt, testCompletedAt }, at) {
  return Boolean(testVariants?.length) && (!testStartedAt || at >= new Date(testStartedAt).getTime())
    && Boolean(testCompletedAt) && at < new Date(testCompletedAt).getTime();
}

function shares(variants) {
  const all = variants.reduce((sum, { percentage }) => sum + percentage, 0);
  return variants.map(({ url, percentage }) => ({ url, share: all ? percentage / all : 1 / variants.length }));
}

/** The destination as it is written for a visitor, and what a counted click adds to it. */
function going(link, url, vocabulary) {
  const names = VOCABULARIES[vocabulary] ?? VOCABULARIES.dub;
  const mark = apart(url).parameters.find((parameter) => MARKERS.includes(nameOf(parameter)) && valueOf(parameter) === '1');
  const paymentLink = mark && Object.values(VOCABULARIES).find(({ marker }) => marker === nameOf(mark));
  const additions = link.partnerId ? [{ name: 'via', value: link.key || '…' }] : [];
  if (paymentLink) {
    additions.push({ name: 'client_reference_id', value: paymentLink.prefix + CLICK_ID });
  } else if (link.trackConversion || link.partnerId) {
    additions.push({ name: names.parameter, value: CLICK_ID });
  }
  return { url: without(url, (name) => MARKERS.includes(name)), additions };
}
