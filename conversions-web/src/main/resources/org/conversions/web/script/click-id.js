/* The click that brought the visitor: kept in a first-party cookie, for the site's own server to read as well. */

/** Anything else is no click of any server, and Stripe would drop it. */
const CLICK_ID = /^[A-Za-z0-9_-]{1,100}$/;
const DAYS = 90;
const DAY_MILLIS = 86400000;

/** Only where the browser keeps no cookie for us: then the click is known as long as the page is open. */
let keptByPage = null;

function clickId() {
  return cookies(vocabulary.clickId).find(isClickId) || keptByPage;
}

function isClickId(value) {
  return typeof value === 'string' && CLICK_ID.test(value);
}

function remember(id) {
  const options = cookieOptions();
  writeCookie(vocabulary.clickId, id, options);
  keptByPage = cookies(vocabulary.clickId).includes(id) ? null : id;
  if (keptByPage) {
    complain(`The browser keeps no cookie ${vocabulary.clickId} here`);
  }
  if (codeqr) {
    const expires = Date.parse(options.expires) || Date.now() + DAYS * DAY_MILLIS;
    store(vocabulary.clickId, JSON.stringify({value: id, expires}));
  }
  decorateNow();
}

/** CodeQR's pages find a lost cookie again in the browser's storage; it does not live longer for that. */
function restoreClickId() {
  const kept = codeqr && !clickId() && parsed(stored(vocabulary.clickId));
  const expires = kept && new Date(kept.expires);
  if (kept && isClickId(kept.value) && expires > Date.now()) {
    writeCookie(vocabulary.clickId, kept.value, Object.assign(cookieOptions(), {expires: expires.toUTCString()}));
    keptByPage = clickId() ? null : kept.value;
  }
}

/** All values of that name: a page may see those of several domains and paths. */
function cookies(name) {
  const all = quietly(() => document.cookie) || '';
  return all.split(/; */).filter(cookie => cookie.startsWith(name + '=')).map(cookie => cookie.slice(name.length + 1));
}

function writeCookie(name, value, options) {
  const attributes = Object.entries(options)
      .filter(([key, option]) => option && /^[A-Za-z-]+$/.test(key) && !/[;\x00-\x1f\x7f]/.test(option))
      .map(([key, option]) => `; ${key}=${option}`);
  quietly(() => {
    document.cookie = `${name}=${value}${attributes.join('')}`;
  });
}

function cookieOptions() {
  const own = Object.assign({}, jsonAttribute('cookie-options'));
  const days = 'expiresInDays' in own ? Number(own.expiresInDays) : DAYS;
  delete own.expiresInDays;
  const expires = new Date(Date.now() + days * DAY_MILLIS);
  if (isNaN(expires)) {
    complain('expiresInDays in data-cookie-options is a number of days');
    expires.setTime(Date.now() + DAYS * DAY_MILLIS);
  }
  return Object.assign({domain: siteDomain(), path: '/', sameSite: 'Lax', expires: expires.toUTCString()}, own);
}

/** Null on localhost and where the host is a number: there a cookie has no domain. */
function siteDomain() {
  const host = location.hostname;
  return !host.includes('.') || host.includes(':') || /^[\d.]+$/.test(host) ? null : '.' + withoutWww(host);
}

function withoutWww(host) {
  return host.replace(/^www\./, '');
}

function stored(name) {
  return quietly(() => localStorage.getItem(name));
}

function store(name, value) {
  quietly(() => localStorage.setItem(name, value));
}
