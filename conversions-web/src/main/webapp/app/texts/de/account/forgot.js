/** The texts of the page for a forgotten password. */
export default {
  title: 'Passwort vergessen',
  lead: 'Geben Sie Ihre E-Mail-Adresse ein, und wir senden Ihnen einen Link für ein neues Passwort.',
  sent: (email) => `Wenn ${email} hier ein Konto hat und dieser Server E-Mails versendet, ist ein Link unterwegs. Er gilt eine Stunde.`,
  nothingCame: 'Nichts angekommen? Ein Inhaber Ihres Arbeitsbereichs kann auf der Seite Mitglieder einen solchen Link für Sie erstellen.',
  send: 'Link senden',
  back: 'Zurück zur Anmeldung',
};
