/** The texts of the live stream. */
export default {
  title: 'Live',
  connected: 'verbunden',
  reconnecting: 'Verbindet sich neu …',
  pause: 'Anhalten',
  goOn: 'Fortsetzen',
  waiting: (n) => `${n} weitere ${n === 1 ? 'wartet' : 'warten'}, solange Sie hier sind`,
  nothing: 'Noch nichts. Klicks, Leads und Verkäufe erscheinen hier, sobald sie geschehen.',
  more: (n) => `und ${n} ${n === 1 ? 'weiterer Klick' : 'weitere Klicks'}`,
  kindsLabel: 'Arten',
  kinds: { click: 'Klicks', lead: 'Leads', sale: 'Verkäufe', refund: 'Erstattungen', commission: 'Provisionen', churn: 'Kündigungen' },
  kind: { click: 'Klick', lead: 'Lead', sale: 'Verkauf', refund: 'Erstattung', commission: 'Provision', churn: 'Kündigung' },
  columnsLabel: 'Angaben',
  columns: { link: 'Link', customer: 'Kunde', country: 'Land', partner: 'Partner', amount: 'Betrag', time: 'Zeit' },
};
