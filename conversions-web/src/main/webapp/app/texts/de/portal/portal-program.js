/** Die Texte der Bedingungen und der Hilfe eines Programms. */
import { plural } from '../../../format.js';

export default {
  lead: 'Was gezahlt wird, wann, und wer hilft.',
  pays: 'Was Sie verdienen',
  when: 'Wann Sie bezahlt werden',
  first: 'Eine Provision ist verdient, wenn jemand kauft, der über Ihren Link gekommen ist.',
  holding: (days) => `Sie wartet ${plural(days, 'Tag', 'Tage')}, damit Erstattungen vorher bekannt sind. Ihren Tag sehen Sie immer.`,
  someHolding: 'Sie wartet eine Haltefrist, damit Erstattungen vorher bekannt sind. Ihren Tag sehen Sie immer.',
  noHolding: 'Sie ist sofort auszahlbar.',
  minimum: (amount) => `Dann kommt sie in die nächste Auszahlung, wenn es ${amount} oder mehr sind.`,
  back: 'Bekommt der Kunde Geld zurück, wird derselbe Teil der Provision zurückgenommen; von einer, die schon gezahlt ist, mit der nächsten Auszahlung.',
  help: 'Bedingungen und Hilfe',
  terms: 'Bedingungen des Programms',
  helpPage: 'Hilfe',
  write: 'Schreiben Sie an',
  noHelp: 'Der Händler hat keine Adresse für Fragen genannt.',
};
