/** The texts of the live stream. */
export default {
  title: 'Live',
  connected: 'connected',
  reconnecting: 'Reconnecting …',
  pause: 'Pause',
  goOn: 'Resume',
  waiting: (n) => `${n} more ${n === 1 ? 'waits' : 'wait'} while you are here`,
  nothing: 'Nothing yet. Clicks, leads and sales appear here as they happen.',
  more: (n) => `and ${n} more ${n === 1 ? 'click' : 'clicks'}`,
  kindsLabel: 'Kinds',
  kinds: { click: 'Clicks', lead: 'Leads', sale: 'Sales', refund: 'Refunds', commission: 'Commissions', churn: 'Churn' },
  kind: { click: 'Click', lead: 'Lead', sale: 'Sale', refund: 'Refund', commission: 'Commission', churn: 'Churned' },
  columnsLabel: 'Details',
  columns: { link: 'Link', customer: 'Customer', country: 'Country', partner: 'Partner', amount: 'Amount', time: 'Time' },
};
