const MODES = ['live', 'test', 'sandbox'];

/**
 * @param {string} search of an address
 * @returns {'live'|'test'|'sandbox'} whose figures the page shows
 */
export function modeOf(search) {
  const mode = new URLSearchParams(search).get('mode');
  return MODES.includes(mode) ? mode : 'live';
}

/**
 * @param {string} path of these pages, which may have a query
 * @returns {string} the same in that mode
 */
export function withMode(path, mode) {
  const [place, search = ''] = path.split('?');
  const query = new URLSearchParams(search);
  query.delete('mode');
  if (mode !== 'live') {
    query.set('mode', mode);
  }
  return query.size ? `${place}?${query}` : place;
}
