/** Die Texte des Feldes, das alles findet, was einen Namen hat. */
export default {
  button: 'Suchen',
  label: 'ID, E-Mail, Kurzlink oder Name',
  results: 'Gefunden',
  hint: 'Fügen Sie eine ID von Stripe oder Conversions ein, eine E-Mail, einen Kurzlink, oder tippen Sie einen Namen.',
  asking: 'Wird gesucht …',
  nothing: (mode) => `Nichts mit diesem Namen in den ${mode}.`,
  modes: { live: 'Live-Daten', test: 'Testdaten', sandbox: 'Sandbox-Daten' },
  elsewhere: [
    'Gehört es zu einem anderen Modus? Wechseln Sie links zwischen Live, Test und Sandbox.',
    'Gehört es zu einem anderen Arbeitsbereich? Wählen Sie diesen oben.',
    'Ist es älter als die Verbindung zu Stripe? Eine Verbindung mit Schlüssel kann die letzten 30 Tage nachholen.',
    'Klicks haben keine eigene Seite: Suchen Sie den Kunden oder den Link.',
  ],
  kinds: {
    customer: 'Kunde', partner: 'Partner', link: 'Link', sale: 'Verkauf', commission: 'Provision', event: 'Stripe-Ereignis', object: 'Objekt bei Stripe',
  },
  tracked: 'Einem Link zugeordnet: sehen Sie, warum',
  untracked: 'Nicht zugeordnet: sehen Sie, warum',
};
