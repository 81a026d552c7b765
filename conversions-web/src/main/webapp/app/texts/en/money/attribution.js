/** Why a sale goes back to its click. */
export default {
  sentences: {
    'The one click that brought the buyer': 'It is the one click that brought the buyer',
    'The click that the purchase itself names': 'It is the click that the purchase itself names',
  },
  first: (n) => `It is the first of ${n} clicks that brought the buyer before the payment`,
  last: (n) => `It is the last of ${n} clicks that brought the buyer before the payment`,
  learned: ', as was learned after the payment',
};
