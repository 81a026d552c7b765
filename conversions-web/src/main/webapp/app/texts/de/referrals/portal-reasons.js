/** Die Sätze, die sagen, warum eine Provision ist, wie sie ist, und die Wörter dafür, was mit einer geschieht. */
export default {
  waiting: (day) => `Wartet bis ${day}: Haltefrist.`,
  due: 'Auszahlbar: Sie kommt in die nächste Auszahlung.',
  processed: 'Sie ist in einer Auszahlung, die unterwegs ist.',
  paid: (day) => `Ausgezahlt am ${day}.`,
  paidAtAll: 'Ausgezahlt.',
  refund: (amount, day) => `Zurückgenommen: Erstattung von ${amount} am ${day}.`,
  takenBack: (amount, day) => `Zurückgenommen: ${amount} am ${day}.`,
  clawback: (amount) => `${amount} davon verkleinern Ihre nächste Auszahlung.`,
  refundedAtAll: 'Zurückgenommen: Der Kunde hat das Geld zurückbekommen.',
  canceled: 'Storniert: Der Händler hat sie zurückgenommen, oder sie gehört jemand anderem.',
  fraud: 'Zurückgenommen: Der Händler hält sie für Betrug.',
  duplicate: 'Zurückgenommen: Sie war doppelt.',
  other: 'Sie bringt nichts ein.',
  held: {
    dispute: 'Angehalten: Der Kunde bestreitet die Zahlung. Sie wird freigegeben oder zurückgenommen, wenn darüber entschieden ist.',
    guard: 'Angehalten: Es sieht aus, als hätten Sie über Ihren eigenen Link gekauft. Der Händler entscheidet.',
    operator: 'Angehalten: Der Händler prüft sie.',
  },
  statuses: { pending: 'Wartet', due: 'Auszahlbar', hold: 'Angehalten', processed: 'In einer Auszahlung', paid: 'Ausgezahlt', refunded: 'Erstattet', canceled: 'Storniert', fraud: 'Betrug', duplicate: 'Doppelt' },
  types: { sale: 'Verkauf', lead: 'Lead', click: 'Klicks', custom: 'Bonus' },
  entries: {
    earned: 'Verdient', refunded: 'Zurückgenommen: Der Verkauf wurde erstattet', disputed: 'Angehalten: Die Zahlung wird bestritten', held: 'Angehalten', released: 'Freigegeben', taken_back: 'Zurückgenommen',
    restored: 'Kam zurück', corrected: 'Berichtigt', clawback: 'Nach der Auszahlung zurückgenommen', paid: 'Ausgezahlt', returned: 'Die Auszahlung kam zurück',
  },
};
