/** The keys, as the overlay names them. */
export default {
  title: 'Tasten',
  names: { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' },
  groups: [
    { name: 'Überall', keys: [['?', 'Diese Liste'], ['/', 'Zu allem springen'], ['C', 'Link erstellen']] },
    {
      name: 'Zeitraum',
      keys: [
        ['D', 'Heute'], ['E', 'Gestern'], ['W', 'Letzte 7 Tage'], ['T', 'Letzte 30 Tage'], ['N', 'Letzte 90 Tage'], ['M', 'Dieser Monat'], ['P', 'Letzter Monat'],
        ['Y', 'Dieses Jahr'], ['L', 'Letzte 12 Monate'], ['A', 'Gesamte Zeit'], ['ArrowLeft', 'Zeitraum davor'], ['ArrowRight', 'Zeitraum danach'], ['X', 'Vergleichen oder nicht'],
      ],
    },
    {
      name: 'Diagramm',
      keys: [['1', 'Klicks'], ['2', 'Leads'], ['3', 'Verkäufe'], ['4', 'Umsatz'], ['F', 'Trichter oder Verlauf'], ['I', 'Stunden, Tage, Wochen oder Monate'], ['Escape', 'Alle Filter entfernen']],
    },
  ],
};
