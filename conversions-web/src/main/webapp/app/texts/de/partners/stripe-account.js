/** Die Texte des Kontos eines Partners bei Stripe, wie der Händler es sieht. */
import { plural } from '../../../format.js';

export default {
  title: 'Konto bei Stripe',
  ask: 'Bei Stripe nachfragen',
  none: 'Noch keines. Der Partner beginnt es im Portal, oder Sie erstellen hier einen Link dafür.',
  statuses: { ready: 'Bereit', pending: 'Nicht bereit' },
  due: (number) => `Stripe will vom Partner noch ${plural(number, 'Angabe', 'Angaben')}.`,
  begin: 'Konto beginnen',
  again: 'Link zum Weitermachen erstellen',
  send: 'Senden Sie ihn jetzt dem Partner: Er gilt einige Minuten und öffnet sich einmal. Im Portal kann der Partner jederzeit weitermachen.',
  link: 'Link',
};
