/** The texts of fields that are wrong, and of calls that fail. */
import { plural } from '../../../format.js';

export default {
  needed: (label) => `„${label}“ fehlt noch.`,
  tooShort: (characters) => `Mindestens ${plural(characters, 'Zeichen', 'Zeichen')}.`,
  email: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  wrongForm: 'Das hat nicht die richtige Form.',
  noAnswer: 'Der Server antwortet nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  failed: (status) => `Der Server hat mit einem Fehler geantwortet (${status}).`,
  tooManyForMinutes: (minutes) => `Zu viele Versuche. Versuchen Sie es in ${plural(minutes, 'Minute', 'Minuten')} wieder.`,
  tooManyForSeconds: (seconds) => `Zu viele Versuche. Versuchen Sie es in ${plural(seconds, 'Sekunde', 'Sekunden')} wieder.`,
};
