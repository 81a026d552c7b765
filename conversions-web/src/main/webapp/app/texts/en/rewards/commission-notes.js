/** The words by which the server says why a commission is held, or an entry of it was made. */
export default {
  same_email: 'The customer has the email address of the partner.',
  same_email_domain: 'The customer has an email address of the same domain as the partner.',
  partner_banned: 'The partner was banned.',
  spend_limit: 'Another sale, whose turn is before, changed what was left of the spend limit.',
};
