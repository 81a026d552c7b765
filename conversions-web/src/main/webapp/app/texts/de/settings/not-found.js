/** The texts of an address that no page has. */
export default {
  title: 'Nicht gefunden',
  noPage: 'Diese Seite gibt es nicht',
  detail: 'Vielleicht ist die Adresse falsch geschrieben, oder was hier war, ist umgezogen.',
  toStart: 'Zur Startseite',
};
