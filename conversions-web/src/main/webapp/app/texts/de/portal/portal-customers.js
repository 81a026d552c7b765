/** Die Texte der Kunden, die ein Partner gebracht hat. */
export default {
  title: 'Kunden',
  lead: 'Wer über Ihre Links gekommen ist. Namen sind verborgen, wenn der Händler sie nicht teilt.',
  columns: { customer: 'Kunde', country: 'Land', since: 'Seit', state: 'Stand', sales: 'Verkäufe', revenue: 'Umsatz' },
  signedUp: 'Registriert',
  buys: 'Kauft',
  left: (day) => `Gekündigt am ${day}`,
  none: 'Noch keine Kunden',
  noneText: 'Wer sich nach einem Klick auf einen Ihrer Links registriert oder kauft, steht hier.',
};
