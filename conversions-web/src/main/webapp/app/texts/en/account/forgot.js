/** The texts of the page for a forgotten password. */
export default {
  title: 'Forgotten password',
  lead: 'Enter your email, and we send you a link to set a new password.',
  sent: (email) => `If ${email} has an account here and this server sends mail, a link is on its way. It is good for an hour.`,
  nothingCame: 'Nothing came? An owner of your workspace can create such a link for you, on the page Members.',
  send: 'Send the link',
  back: 'Back to the login',
};
