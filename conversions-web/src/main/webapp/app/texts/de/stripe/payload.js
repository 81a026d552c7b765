/** Die Texte um den Inhalt eines Stripe-Ereignisses und der Wiederholung von vielen. */
export default {
  name: 'Wie Stripe es gesendet hat',
  label: 'Das Ereignis, wie Stripe es gesendet hat',
  masked: 'Personenbezogene Daten sind verborgen.',
  notKept: 'Der Inhalt dieses Ereignisses wird nicht mehr aufbewahrt.',
  show: 'Personenbezogene Daten anzeigen',
  askTitle: 'Personenbezogene Daten anzeigen?',
  askText: 'Sie sehen Namen, E-Mails, Telefonnummern und Adressen, wie Stripe sie gesendet hat. Das Protokoll vermerkt, dass Sie sie angesehen haben.',
  replay: 'Alle diese erneut verarbeiten',
  replayTitle: 'Alle diese erneut verarbeiten?',
  replayText: 'Jedes Ereignis mit diesem Modus und Ergebnis wird verarbeitet, als wäre es eben gekommen. Was es früher tat, findet es getan: nichts zählt doppelt.',
  replayed: (n, number) => (number === 1 ? '1 Ereignis wird erneut verarbeitet.' : `${n} Ereignisse werden erneut verarbeitet.`),
};
