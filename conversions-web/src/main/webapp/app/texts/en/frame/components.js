/** The texts of the components that many pages share. */
export default {
  close: 'Close',
  copied: 'Copied',
  selected: 'Selected: press Ctrl+C to copy',
  copy: 'Copy',
  copyOf: (label) => `Copy ${label}`,
  this: 'this',
  theCode: 'the code',
  code: 'Code',
  codeLanguage: 'Language',
  showTyped: (label) => `Show what is typed in ${label}`,
  show: 'Show',
  hide: 'Hide',
  language: 'Language',
  slogan: 'Every payment, traced back to the click that caused it and the partner who sent it.',
  stations: {
    click: 'Click', clickDetail: 'A partner’s short link',
    customer: 'Customer', customerDetail: 'Signs up on your site',
    payment: 'Payment', paymentDetail: 'Reported by Stripe',
    commission: 'Commission', commissionDetail: 'Credited, and taken back with a refund',
  },
};
