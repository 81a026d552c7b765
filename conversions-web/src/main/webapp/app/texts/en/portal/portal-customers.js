/** The texts of the customers that a partner brought. */
export default {
  title: 'Customers',
  lead: 'Who came by your links. Names are hidden unless the merchant shares them.',
  columns: { customer: 'Customer', country: 'Country', since: 'Since', state: 'State', sales: 'Sales', revenue: 'Revenue' },
  signedUp: 'Signed up',
  buys: 'Buys',
  left: (day) => `Canceled on ${day}`,
  none: 'No customers yet',
  noneText: 'Who signs up or buys after a click on one of your links is here.',
};
