/** The keys, as the overlay names them. */
export default {
  title: 'Keys',
  names: { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' },
  groups: [
    { name: 'Everywhere', keys: [['?', 'This list'], ['/', 'Jump to anything'], ['C', 'Create a link']] },
    {
      name: 'Period',
      keys: [
        ['D', 'Today'], ['E', 'Yesterday'], ['W', 'Last 7 days'], ['T', 'Last 30 days'], ['N', 'Last 90 days'], ['M', 'This month'], ['P', 'Last month'],
        ['Y', 'This year'], ['L', 'Last 12 months'], ['A', 'All time'], ['ArrowLeft', 'The period before'], ['ArrowRight', 'The period after'], ['X', 'Compare, or not'],
      ],
    },
    {
      name: 'Chart',
      keys: [['1', 'Clicks'], ['2', 'Leads'], ['3', 'Sales'], ['4', 'Revenue'], ['F', 'Funnel, or over time'], ['I', 'Hours, days, weeks or months'], ['Escape', 'Clear all filters']],
    },
  ],
};
