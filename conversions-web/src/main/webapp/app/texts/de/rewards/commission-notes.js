/** Die Wörter, mit denen der Server sagt, warum eine Provision zurückgehalten wird oder warum etwas gebucht wurde. */
export default {
  same_email: 'Der Kunde hat die E-Mail-Adresse des Partners.',
  same_email_domain: 'Der Kunde hat eine E-Mail-Adresse derselben Domain wie der Partner.',
  partner_banned: 'Der Partner wurde gesperrt.',
  spend_limit: 'Ein anderer Verkauf, der früher an der Reihe ist, hat geändert, was von der Obergrenze übrig war.',
};
