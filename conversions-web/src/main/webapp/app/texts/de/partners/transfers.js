/** Die Texte der Auszahlungen, die über Stripe gehen. */
import { plural } from '../../../format.js';

export default {
  title: 'Über Stripe auszahlen',
  lead: 'Partner mit einem Konto bei Stripe bekommen ihren Anteil aus Ihrem Guthaben dort, einmal. Alle anderen werden mit den Dateien bezahlt.',
  send: 'Über Stripe senden',
  sendTitle: 'Die Auszahlungen an Konten bei Stripe senden?',
  sendText: 'Das bewegt Geld: Jede Auszahlung dieses Laufs an einen Partner mit einem Konto bei Stripe wird eine Überweisung aus Ihrem Guthaben. Was schon gesendet ist, wird nicht noch einmal gesendet.',
  sending: (number) => `${plural(number, 'Auszahlung', 'Auszahlungen')} unterwegs.`,
  nobody: 'Keine offene Auszahlung dieses Laufs geht an ein Konto bei Stripe.',
  columns: { partner: 'Partner', amount: 'Betrag', status: 'Status', account: 'Bei Stripe' },
  statuses: { queued: 'Unterwegs', sent: 'Ausgezahlt', failed: 'Verweigert', reversed: 'Zurückgekommen' },
  again: 'Wird wiederholt',
  next: {
    queued: 'Es wird drei Tage lang von selbst wiederholt. Fehlt Geld, füllen Sie Ihr Guthaben bei Stripe auf.',
    sent: '',
    failed: 'Ihre Provisionen sind wieder fällig und kommen in den nächsten Lauf. Der Partner sollte sein Konto prüfen, oder Sie zahlen auf andere Weise.',
    reversed: 'Jemand hat die Überweisung bei Stripe zurückgenommen. Ihre Provisionen sind wieder fällig und kommen in den nächsten Lauf.',
  },
  first: (number) => `Die ersten ${number} sind zu sehen.`,
};
