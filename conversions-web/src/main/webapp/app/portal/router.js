/** The views that need no session, by the first word behind the #. */
const OPEN = ['login', 'forgot', 'link', 'invitation'];

/** The views of one program, in the order of the navigation; the first one is at the program's own address. */
export const VIEWS = ['overview', 'links', 'customers', 'leads', 'bounties', 'commissions', 'payouts', 'profile', 'members', 'notifications', 'program'];

/** How the ids of partners begin. */
const PARTNER = /^pn_\w+$/;

/**
 * @param {string} hash of the address, such as "#/pn_1/links?page=2"
 * @returns {{name: string, open: boolean, partnerId: string|null, rest: string[]}} the view that is there, whose it is, and what is
 *   behind its name
 */
export function viewAt(hash) {
  const [path] = hash.replace(/^#/, '').split('?');
  const [first, second, ...rest] = path.split('/').filter(Boolean);
  if (first === undefined) {
    return { name: 'programs', open: false, partnerId: null, rest: [] };
  }
  if (first === 'login' && second !== undefined) {
    return { name: 'link', open: true, partnerId: null, rest: [second] };
  }
  if (OPEN.includes(first)) {
    return { name: first, open: true, partnerId: null, rest: second === undefined ? [] : [second, ...rest] };
  }
  if (first === 'account') {
    return { name: 'account', open: false, partnerId: null, rest: [] };
  }
  const name = second ?? VIEWS[0];
  return PARTNER.test(first) && VIEWS.includes(name) ? { name, open: false, partnerId: first, rest } : { name: 'lost', open: false, partnerId: null, rest: [] };
}

/** @returns {string} the address of a view of a program */
export function viewPath(partnerId, name = VIEWS[0], query = '') {
  return `#/${partnerId}${name === VIEWS[0] ? '' : `/${name}`}${query ? `?${query}` : ''}`;
}

/** @returns {{path: string, search: string}} of a hash, each as links write it */
export function placeOf(hash) {
  const [path, search = ''] = hash.split('?');
  return { path: path || '#/', search: search && `?${search}` };
}

/** Goes to a view without a step back to this one, where it only stands for the other. */
export function go(hash, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = hash;
  }
}

/**
 * Takes a token out of the address, and of the history, as soon as it was read. A reload of the same page still finds it.
 *
 * @param {string} view that it belongs to
 * @param {string|undefined} given as the address has it
 * @returns {string|null}
 */
export function keptToken(view, given) {
  const token = given ?? history.state?.[view] ?? null;
  history.replaceState({ [view]: token }, '', `#/${view}`);
  return token;
}
