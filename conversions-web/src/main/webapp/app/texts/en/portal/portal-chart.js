/** The texts of the chart of a partner's figures. */
export default {
  figure: 'Figure',
  figures: { clicks: 'Clicks', leads: 'Leads', sales: 'Sales', earnings: 'Earnings' },
  asTable: 'As a table',
  day: 'Time',
  summary: (figure, from, to, total) => `${figure} from ${from} to ${to}: ${total} in all`,
};
