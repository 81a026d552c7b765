/** The number of links on a page of the list. */
export const PAGE_SIZE = 50;
export const SORTS = ['createdAt', 'clicks', 'leads', 'sales', 'saleAmount'];
const FILTERS = ['search', 'tagIds', 'folderId', 'domain', 'showArchived'];

/**
 * Reads what a list of links is about out of the address of the page.
 *
 * @param {string} search of the address
 * @returns {{search: string, tagIds: string, folderId: string, domain: string, showArchived: string, sortBy: string, page: number}}
 */
export function wanted(search) {
  const given = new URLSearchParams(search);
  const page = Math.trunc(Number(given.get('page')));
  return {
    ...Object.fromEntries(FILTERS.map((name) => [name, given.get(name) ?? ''])),
    sortBy: SORTS.includes(given.get('sortBy')) ? given.get('sortBy') : SORTS[0],
    page: page > 1 ? page : 1,
  };
}

/** @returns {string} the address of the page with something else wanted, from the first page on unless that is what changed */
export function address(path, search, change) {
  const query = new URLSearchParams(search);
  query.delete('page');
  Object.entries(change).forEach(([name, value]) => {
    query.delete(name);
    if (value && String(value) !== (name === 'page' ? '1' : name === 'sortBy' ? SORTS[0] : '')) {
      query.set(name, value);
    }
  });
  return query.size ? `${path}?${query}` : path;
}

/** @returns {boolean} whether anything but the order limits the list */
export function filtered(want) {
  return FILTERS.some((name) => want[name]);
}

/** @returns {string} the query of the API for the same links, without page and order */
export function filterQuery(want) {
  return String(new URLSearchParams(FILTERS.filter((name) => want[name]).map((name) => [name, want[name]])));
}
