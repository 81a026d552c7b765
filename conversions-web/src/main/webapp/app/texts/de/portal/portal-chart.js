/** Die Texte der Kurve eines Partners. */
export default {
  figure: 'Größe',
  figures: { clicks: 'Klicks', leads: 'Leads', sales: 'Verkäufe', earnings: 'Verdienst' },
  asTable: 'Als Tabelle',
  day: 'Zeit',
  summary: (figure, from, to, total) => `${figure} vom ${from} bis ${to}: ${total} insgesamt`,
};
