/** The texts of the components that many pages share. */
export default {
  close: 'Schließen',
  copied: 'Kopiert',
  selected: 'Markiert: Kopieren Sie mit Strg+C',
  copy: 'Kopieren',
  copyOf: (label) => `${label} kopieren`,
  this: 'Inhalt',
  theCode: 'Code',
  code: 'Code',
  codeLanguage: 'Sprache',
  showTyped: (label) => `Eingabe zeigen: ${label}`,
  show: 'Anzeigen',
  hide: 'Verbergen',
  language: 'Sprache',
  slogan: 'Jede Zahlung, zurückgeführt auf den Klick, der sie ausgelöst hat, und auf den Partner, von dem er kam.',
  stations: {
    click: 'Klick', clickDetail: 'Auf den Kurzlink eines Partners',
    customer: 'Kunde', customerDetail: 'Meldet sich auf Ihrer Website an',
    payment: 'Zahlung', paymentDetail: 'Von Stripe gemeldet',
    commission: 'Provision', commissionDetail: 'Gutgeschrieben, bei Erstattung zurückgenommen',
  },
};
