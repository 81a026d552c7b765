/** Die Texte der Gruppen von Partnern. */
import { plural } from '../../format.js';

export default {
  title: 'Gruppen',
  lead: 'Partner einer Gruppe haben dieselbe Vergütung, warten gleich lange auf ihr Geld und haben Links derselben Art.',
  add: 'Gruppe erstellen',
  columns: { name: 'Name', partners: 'Partner', holding: 'Haltefrist', links: 'Höchstens so viele Links je Partner', actions: 'Aktionen' },
  isDefault: 'Standard',
  days: (number) => (number ? plural(number, 'Tag', 'Tage') : 'Keine'),
  holding: 'Haltefrist',
  holdingHint: 'Danach wird eine Provision ausgezahlt. Eine, die es schon gibt, behält ihren Tag.',
  urls: 'Erste Links',
  urlsHint: 'Jeder neue Partner bekommt einen Link zu jeder dieser Adressen, höchstens fünf. Leer gelassen: zur Adresse des Programms.',
  hosts: 'Websites, auf die Links führen dürfen',
  hostsHint: 'Etwa example.com oder *.example.com. Leer gelassen: alle.',
  autoApprove: 'Wer sich bewirbt, ist sofort dabei',
  cancel: 'Abbrechen',
  save: 'Speichern',
  saved: 'Die Gruppe ist gespeichert.',
  edit: 'Bearbeiten',
  remove: 'Löschen',
  removeTitle: (name) => `Gruppe ${name} löschen?`,
  removeText: 'Ihre Partner kommen in die Standardgruppe, und ihre Vergütungen enden. Was verdient ist, bleibt.',
  removed: 'Die Gruppe ist gelöscht.',
};
