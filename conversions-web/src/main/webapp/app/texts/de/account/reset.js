/** The texts of the page for a new password. */
import { html } from 'lit';

export default {
  title: 'Neues Passwort wählen',
  lead: 'Es beendet alle Ihre Sitzungen auf anderen Geräten.',
  set: 'Passwort setzen',
  changed: 'Ihr Passwort ist geändert. Melden Sie sich mit dem neuen an.',
  notWhole: 'Der Link ist nicht vollständig',
  openAgain: html`Öffnen Sie den Link noch einmal dort, wo Sie ihn bekommen haben. Er endet auf <code>#token=…</code>`,
  ask: 'Neuen Link anfordern',
};
