/** Warum ein Verkauf auf seinen Klick zurückgeht. */
export default {
  sentences: {
    'The one click that brought the buyer': 'Es ist der einzige Klick, der den Käufer gebracht hat',
    'The click that the purchase itself names': 'Es ist der Klick, den der Kauf selbst nennt',
  },
  first: (n) => `Es ist der erste von ${n} Klicks, die den Käufer vor der Zahlung gebracht haben`,
  last: (n) => `Es ist der letzte von ${n} Klicks, die den Käufer vor der Zahlung gebracht haben`,
  learned: ', wie man nach der Zahlung erfuhr',
};
