/** An address of Stripe's dashboard, which ends with the id of what it shows. */
const AT_STRIPE = /dashboard\.stripe\.com\/\S*?((?:cus|pi|ch|py|in|cs|sub|evt)_\w+)/;

/**
 * Tells what a text may be the name of, the likeliest first: one question for each kind, and none for what it cannot be.
 *
 * @param {string} typed an id of Stripe or ours, an email, a short link, or a word
 * @returns {{kind: string, path: string, text: string}[]} the questions to the API, below /api, and what was asked for
 */
export function likely(typed, mode) {
  const [, atStripe] = AT_STRIPE.exec(typed) ?? [];
  const text = atStripe ?? typed.trim();
  if (text.length < 2) {
    return [];
  }
  const asked = questions(text, mode);
  return asked.map(([kind, path]) => ({ kind, path, text }));
}

const OURS = { sale: 'sale', link: 'link', pn: 'partner', cm: 'commission' };
const PATHS = { sale: 'sales', link: 'links', partner: 'partners', commission: 'commissions' };

function questions(text, mode) {
  const named = encodeURIComponent(text);
  const [, prefix] = /^([a-z]+)_\w+$/.exec(text) ?? [];
  if (Object.hasOwn(OURS, prefix ?? '')) {
    const kind = OURS[prefix];
    return [[kind, `/${PATHS[kind]}/${named}${kind === 'sale' ? '?includeExpandedFields=true' : ''}`]];
  }
  if (prefix === 'evt') {
    return [['event', `/stripe/events/${named}`]];
  }
  if (prefix === 'cus') {
    // Ours begin with the time, which begins with 0 until 2080; Stripe's are shorter.
    return /^cus_0\w{19,}$/.test(text) ? [['customer', `/customers/${named}?mode=${mode}`]] : [['object', `/stripe/objects/${named}?mode=${mode}`]];
  }
  if (['pi', 'ch', 'py', 'in', 'cs', 'sub'].includes(prefix)) {
    return [['object', `/stripe/objects/${named}?mode=${mode}`], ...(prefix === 'in' ? [['sale', `/sales/${named}?includeExpandedFields=true`]] : [])];
  }
  if (/^[^\s@/]+@[^\s@/]+$/.test(text)) {
    return [['customers', `/customers?email=${named}&pageSize=5&mode=${mode}`], ['partners', `/partners?email=${named}&pageSize=5`]];
  }
  const address = shortLink(text);
  if (address) {
    return [['link', `/links/info?${new URLSearchParams({ ...address, mode })}`], ['links', `/links?search=${encodeURIComponent(address.key)}&pageSize=5&mode=${mode}`]];
  }
  return [
    ['links', `/links?search=${named}&pageSize=5&mode=${mode}`], ['customers', `/customers?search=${named}&pageSize=5&mode=${mode}`],
    ['partners', `/partners?search=${named}&pageSize=5`],
    ...(/^\S*\d\S*$/.test(text) ? [['sale', `/sales/${named}?includeExpandedFields=true`]] : []),
  ];
}

/** @returns {{domain: string, key: string}|null} of an address with a host and a path */
function shortLink(text) {
  const [, domain, key] = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost:\d+)\/([^?#\s]+)/i.exec(text) ?? [];
  return domain ? { domain: domain.toLowerCase(), key: decodeURIComponent(key.replace(/\/$/, '')) } : null;
}
