/** The texts of the login. */
export default {
  title: 'Anmelden',
  appAsks: 'Eine App möchte verbunden werden. Melden Sie sich an, um zu entscheiden.',
  welcome: 'Willkommen zurück.',
  forgotten: 'Passwort vergessen?',
  wrongPassword: 'E-Mail oder Passwort stimmt nicht.',
  wrongCode: 'Dieser Code stimmt nicht oder wurde schon benutzt. Codes wechseln alle 30 Sekunden.',
  secondStep: 'Zweiter Schritt',
  enterCode: 'Geben Sie den Code ein, den Ihre Authenticator-App für Conversions anzeigt, oder einen Ihrer Wiederherstellungscodes.',
  someoneElse: 'Als jemand anderes anmelden',
};
