/** The texts of lists: filters and pages. */
export default {
  clear: 'Clear filters',
  pages: 'Pages of the list',
  all: (n) => `${n} in all`,
  range: (from, to, total) => (total ? `${from}–${to} of ${total}` : `${from}–${to}`),
  noMore: 'There is nothing on this page.',
  previous: 'Previous',
  next: 'Next',
};
