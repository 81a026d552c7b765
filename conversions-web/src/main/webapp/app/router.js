/**
 * The pages by the first segment of their address; their titles are in texts/…/frame.js. `open` ones need no session; `plain`
 * ones have no frame around them. `modes`: what they show is of one mode, which the address names.
 * `bundle`: the file that brings them, below bundles/.
 */
export const PAGES = {
  '': { name: 'overview', bundle: 'overview', modes: true },
  start: { name: 'start', bundle: 'settings' },
  login: { name: 'login', bundle: 'account', open: true, plain: true },
  forgot: { name: 'forgot', bundle: 'account', open: true, plain: true },
  reset: { name: 'reset', bundle: 'account', open: true, plain: true },
  invitation: { name: 'invitation', bundle: 'account', open: true, plain: true },
  setup: { name: 'setup', bundle: 'account', open: true, plain: true },
  links: { name: 'links', bundle: 'links', modes: true },
  customers: { name: 'customers', bundle: 'money', modes: true },
  sales: { name: 'sales', bundle: 'money', modes: true },
  partners: { name: 'partners', bundle: 'partners', modes: true },
  stripe: { name: 'stripe', bundle: 'settings' },
  workspace: { name: 'workspace', bundle: 'settings' },
  keys: { name: 'keys', bundle: 'settings' },
  members: { name: 'members', bundle: 'settings' },
  apps: { name: 'apps', bundle: 'settings' },
  security: { name: 'security', bundle: 'settings' },
  system: { name: 'system', bundle: 'settings' },
  share: { name: 'share', bundle: 'overview', open: true, plain: true },
};

const AUTHORIZE = { name: 'authorize', bundle: 'account', plain: true };
const NOT_FOUND = { name: 'not-found', bundle: 'settings' };
const BASE = '/app/';
const SHARED = '/share/';

/**
 * @param {string} path of an address
 * @returns {{name: string, bundle: string, open?: boolean, plain?: boolean, modes?: boolean, rest: string[]}} the page that is there, and
 *   the segments of the address behind its own
 */
export function pageAt(path) {
  if (path.replace(/\/$/, '') === '/oauth/authorize') {
    return { ...AUTHORIZE, rest: [] };
  }
  if (path.startsWith(SHARED)) {
    return { ...PAGES.share, rest: path.slice(SHARED.length).split('/').filter(Boolean) };
  }
  const [first, ...rest] = path.startsWith(BASE) ? path.slice(BASE.length).split('/').filter(Boolean) : ['?'];
  const known = Object.hasOwn(PAGES, first ?? '') ? PAGES[first ?? ''] : NOT_FOUND;
  return { ...known, rest };
}

/**
 * @param {string|null} text where to go on after the login, as an address of the page brought it
 * @param {string} origin of this server
 * @returns {string} a path of these pages; the start page for everything else
 */
export function ownPath(text, origin) {
  if (!text || !/^\/(app\/|oauth\/authorize[/?])/.test(text)) {
    return BASE;
  }
  const address = new URL(text, origin);
  const own = address.origin === origin && /^\/(app\/|oauth\/authorize\/?$)/.test(address.pathname);
  return own ? address.pathname + address.search + address.hash : BASE;
}

/**
 * @param {{open?: boolean, name: string}} page
 * @param {{person: object|null, workspace: object|null}} session
 * @returns {'show'|'login'|'home'} what becomes of a visit
 */
export function gate(page, session) {
  if (!session.person) {
    return page.open ? 'show' : 'login';
  }
  return page.name === 'login' || page.name === 'forgot' ? 'home' : 'show';
}

/** Goes to an address of these pages without loading anew. */
export function navigate(path, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  dispatchEvent(new Event('conversions-navigated'));
}

/** Calls back after each step, also those of the browser's own buttons. */
export function whenNavigated(action) {
  addEventListener('conversions-navigated', action);
  addEventListener('popstate', action);
  addEventListener('click', followOwnLink);
}

/** A plain click on a link to one of these pages stays here; everything else is the browser's. */
function followOwnLink(event) {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    || link.target || link.hasAttribute('download') || link.origin !== location.origin
    || pageAt(link.pathname).name === NOT_FOUND.name) {
    return;
  }
  event.preventDefault();
  navigate(link.pathname + link.search + link.hash);
}
