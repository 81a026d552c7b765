/** The texts of fields that are wrong, and of calls that fail. */
import { plural } from '../../../format.js';

export default {
  needed: (label) => `${label} is needed.`,
  tooShort: (characters) => `Use at least ${plural(characters, 'character', 'characters')}.`,
  email: 'Enter an email address such as name@example.com.',
  wrongForm: 'This has the wrong form.',
  noAnswer: 'The server does not answer. Check your connection and try again.',
  failed: (status) => `The server answered with an error (${status}).`,
  tooManyForMinutes: (minutes) => `Too many attempts. Try again in ${plural(minutes, 'minute', 'minutes')}.`,
  tooManyForSeconds: (seconds) => `Too many attempts. Try again in ${plural(seconds, 'second', 'seconds')}.`,
};
