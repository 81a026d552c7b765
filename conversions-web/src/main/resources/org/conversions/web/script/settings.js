/*
 * What the script element says. Every attribute may be left out:
 *
 *   data-api-host           prefix of all calls; default: /api on the host that this script came from.
 *                           May be relative (/_proxy/clicks) where a reverse proxy passes the calls on.
 *   data-publishable-key    bearer key for leads and sales (only script….conversion-tracking.js)
 *   data-domains            JSON {"refer", "site", "outbound", "stripe"}:
 *                             refer     short domain whose links partners share as ?via=<key>
 *                             site      domain whose pages are links by themselves (….site-visit.js)
 *                             outbound  hosts whose links get the click id, as a list or with commas between;
 *                                       *.example.com means every subdomain (….outbound-domains.js)
 *                             stripe    hosts of the shop's own that lead to Stripe's payment links
 *   data-short-domain       older name of "refer"
 *   data-attribution-model  last-click (default): a new click replaces the one that is remembered;
 *                           first-click: it does not
 *   data-cookie-options     JSON, over the defaults: domain, path, sameSite, secure, expiresInDays (90)
 *   data-query-params       JSON list of parameters that name a partner's key, looked at before "via"
 *   data-query-param        one of them, instead of the list
 *   data-vocabulary         dub (default) or codeqr: names of the cookie, the parameter, the functions.
 *                           Without it a page that defines codeqrAnalytics and no dubAnalytics means codeqr.
 *   data-stripe             true: links to Stripe's payment links, buy buttons and pricing tables get the
 *                           click id as client reference id, unless the page has given them one
 *   data-auto-convert       JSON {"forms": true, "formSelector", "captureAllFields", "eventName"}: a form that
 *                           has data-codeqr-conversion is a lead when it is sent (….conversion-tracking.js)
 */
const script = document.currentScript || document.querySelector('script[src*="/analytics/script"]');

const VOCABULARIES = {
  dub: {
    clickId: 'dub_id',
    partner: 'dub_partner_data',
    reference: 'dub_id_',
    anonymous: 'dub_anon_id',
    call: 'dubAnalytics',
    data: 'DubAnalytics',
  },
  codeqr: {
    clickId: 'cq_id',
    partner: 'cq_partner_data',
    reference: 'codeqr_id_',
    anonymous: 'cq_anon_id',
    call: 'codeqrAnalytics',
    data: 'CodeQRAnalytics',
  },
};
const codeqr = speaksCodeqr();
const vocabulary = codeqr ? VOCABULARIES.codeqr : VOCABULARIES.dub;
const domains = jsonAttribute('domains') || {};
const referDomain = text(domains.refer) || attribute('short-domain');
const firstClick = oneOf('attribution-model', ['last-click', 'first-click']) === 'first-click';

/** What the optional parts of this script do when it starts. */
const starts = [];

function attribute(name) {
  return ((script && script.getAttribute('data-' + name)) || '').trim();
}

/** An object or a list; null when there is none. */
function jsonAttribute(name) {
  const json = attribute(name);
  const value = json ? parsed(json) : null;
  if (json && !(value && typeof value === 'object')) {
    complain(`data-${name} is left out of account, because it is not JSON: ${json}`);
    return null;
  }
  return value;
}

function oneOf(name, values) {
  const value = attribute(name);
  if (value && !values.includes(value)) {
    complain(`data-${name} is ${values.join(' or ')}, not ${value}`);
  }
  return values.includes(value) ? value : null;
}

function speaksCodeqr() {
  const asked = oneOf('vocabulary', Object.keys(VOCABULARIES));
  return asked ? asked === 'codeqr' : Boolean(window.codeqrAnalytics && !window.dubAnalytics);
}

/** Hosts from a list or from text with commas. */
function hosts(value) {
  const list = Array.isArray(value) ? value : text(value).split(',');
  return list.map(host => text(host).toLowerCase()).filter(Boolean);
}

function text(value) {
  return typeof value === 'string' ? value.trim() : '';
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch (e) {
    return null;
  }
}

/** Tells the developer of the site, and says the same thing only once. */
function complain(sentence) {
  complain.said = complain.said || new Set();
  if (!complain.said.has(sentence)) {
    complain.said.add(sentence);
    console.warn('Conversions: ' + sentence);
  }
}

/** Whatever goes wrong here is not the page's matter. */
function quietly(action) {
  try {
    return action();
  } catch (e) {
    complain(String(e));
    return null;
  }
}
