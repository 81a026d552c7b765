/** Die Texte dazu, worüber ein Partner E-Mails bekommt. */
export default {
  title: 'Benachrichtigungen',
  lead: 'Worüber Sie eine E-Mail bekommen.',
  saved: 'Gespeichert',
  names: { newCommission: 'Eine neue Provision', payoutPaid: 'Eine Auszahlung ist gezahlt', payoutFailed: 'Eine Auszahlung ist gescheitert', profileChanged: 'Das Konto, auf das gezahlt wird, ändert sich' },
  explained: {
    newCommission: 'Was Sie verdient haben und wann es auszahlbar ist.', payoutPaid: 'Wie viel, und die Abrechnung.', payoutFailed: 'Warum, und was zu tun ist.', profileChanged: 'Immer an, damit es niemand unbemerkt ändern kann.',
  },
};
