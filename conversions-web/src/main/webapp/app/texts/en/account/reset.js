/** The texts of the page for a new password. */
import { html } from 'lit';

export default {
  title: 'Choose a new password',
  lead: 'It ends all your sessions on other devices.',
  set: 'Set the password',
  changed: 'Your password is changed. Log in with the new one.',
  notWhole: 'The link is not whole',
  openAgain: html`Open the link again from where you got it. It ends in <code>#token=…</code>`,
  ask: 'Ask for a new link',
};
