/** Die Texte von Listen: Filter und Seiten. */
export default {
  clear: 'Filter entfernen',
  pages: 'Seiten der Liste',
  all: (n) => `${n} insgesamt`,
  range: (from, to, total) => (total ? `${from}–${to} von ${total}` : `${from}–${to}`),
  noMore: 'Auf dieser Seite steht nichts.',
  previous: 'Zurück',
  next: 'Weiter',
};
