/** The texts of a program's terms and help. */
import { plural } from '../../../format.js';

export default {
  lead: 'What is paid, when, and who helps.',
  pays: 'What you earn',
  when: 'When you are paid',
  first: 'A commission is earned when somebody buys who came by your link.',
  holding: (days) => `It waits ${plural(days, 'day')}, so that refunds are seen first. You always see its day.`,
  someHolding: 'It waits for a holding period, so that refunds are seen first. You always see its day.',
  noHolding: 'It is ready at once.',
  minimum: (amount) => `Then it goes into the next payout, when there is ${amount} or more.`,
  back: 'When the customer gets money back, the same part of the commission is taken back; of one that is paid already, by the next payout.',
  help: 'Terms and help',
  terms: 'Terms of the program',
  helpPage: 'Help',
  write: 'Write to',
  noHelp: 'The merchant has named no address for questions.',
};
