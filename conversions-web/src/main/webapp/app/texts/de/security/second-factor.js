/** The texts of the second factor of the login. */
import { plural } from '../../../format.js';

export default {
  title: 'Zweiter Faktor',
  isOn: (left) => `Bei jeder Anmeldung geben Sie einen Code Ihrer Authenticator-App ein. Sie haben noch ${plural(left, 'Wiederherstellungscode', 'Wiederherstellungscodes')}.`,
  isOff: 'Zum Passwort kommt ein Code aus einer App auf Ihrem Telefon: Ein gestohlenes Passwort allein öffnet dann nichts.',
  turnOff: 'Ausschalten',
  turnOn: 'Einschalten',
  fewLeft: 'Es sind nur noch wenige Wiederherstellungscodes übrig. Schalten Sie den zweiten Faktor aus und wieder ein, um neue zu bekommen.',
  turningOff: 'Zweiten Faktor ausschalten',
  turningOn: 'Zweiten Faktor einschalten',
  keep: 'Bewahren Sie Ihre Wiederherstellungscodes auf',
  nowOff: 'Der zweite Faktor ist aus.',
  scan: 'Scannen Sie dies mit einer Authenticator-App, etwa der Ihres Passwort-Managers, und geben Sie den Code ein, den sie anzeigt.',
  qr: 'QR-Code des Geheimnisses',
  orType: 'Oder tippen Sie dieses Geheimnis in die App:',
  theSecret: 'Geheimnis',
  openApp: 'App auf diesem Gerät öffnen',
  sixDigits: 'Der Code hat sechs Ziffern.',
  codes: 'Jeder davon ersetzt einmal einen Code, falls Sie Ihr Telefon verlieren. Sie werden nur jetzt gezeigt.',
  copyAll: 'Alle kopieren',
  kept: 'Ich habe sie aufbewahrt',
  codeHint: 'Aus Ihrer App, oder ein Wiederherstellungscode.',
};
