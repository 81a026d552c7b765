/** The texts of what a partner gets mails of. */
export default {
  title: 'Notifications',
  lead: 'Of what you get a mail.',
  saved: 'Saved',
  names: { newCommission: 'A new commission', payoutPaid: 'A payout is paid', payoutFailed: 'A payout failed', profileChanged: 'The account that is paid to changes' },
  explained: {
    newCommission: 'What you earned, and when it is ready.', payoutPaid: 'How much, and the statement.', payoutFailed: 'Why, and what to do.', profileChanged: 'Always on, so that nobody can change it unseen.',
  },
};
