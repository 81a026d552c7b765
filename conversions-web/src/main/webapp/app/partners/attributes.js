/** What the conditions of a reward may look at, and how: as the API has it. */
const ATTRIBUTES = {
  'customer.country': { kind: 'country', events: ['click', 'lead', 'sale'] },
  'customer.source': { kind: 'word', events: ['lead', 'sale'], words: { lead: ['tracked', 'submitted', 'trial'], sale: ['tracked', 'submitted'] } },
  'customer.signupDate': { kind: 'date', events: ['sale'] },
  'customer.subscriptionDurationMonths': { kind: 'number', events: ['sale'] },
  'customer.subscriptionStartDate': { kind: 'date', events: ['sale'] },
  'partner.country': { kind: 'country', events: ['lead', 'sale'] },
  'partner.totalClicks': { kind: 'number', events: ['lead', 'sale'] },
  'partner.totalLeads': { kind: 'number', events: ['lead', 'sale'] },
  'partner.totalConversions': { kind: 'number', events: ['lead', 'sale'] },
  'partner.totalSaleAmount': { kind: 'money', events: ['lead', 'sale'] },
  'partner.totalCommissions': { kind: 'money', events: ['lead', 'sale'] },
  'sale.productId': { kind: 'text', events: ['sale'] },
  'sale.amount': { kind: 'money', events: ['sale'] },
  'sale.type': { kind: 'word', events: ['sale'], words: { sale: ['new', 'recurring', 'expansion', 'one-time'] } },
  'sale.metadata': { kind: 'metadata', events: ['sale'] },
  'lead.metadata': { kind: 'metadata', events: ['lead'] },
};
const WHOLE = ['equals_to', 'not_equals', 'in', 'not_in'];
const ORDERED = ['greater_than', 'greater_than_or_equal', 'less_than', 'less_than_or_equal'];
const OPERATORS = {
  country: WHOLE,
  word: WHOLE,
  text: [...WHOLE, 'starts_with', 'ends_with'],
  number: [...ORDERED, 'equals_to', 'not_equals'],
  money: [...ORDERED, 'equals_to', 'not_equals'],
  date: ORDERED,
  metadata: ['equals_to', 'not_equals', 'starts_with', 'ends_with', 'contains', 'not_contains', ...ORDERED],
};

/** @returns {string[]} such as "customer.country" */
export function attributesOf(event) {
  return Object.keys(ATTRIBUTES).filter((key) => ATTRIBUTES[key].events.includes(event));
}

/** @returns {string} the key of a condition's attribute */
export function keyOf({ entity, attribute }) {
  return `${entity}.${attribute}`;
}

/** @returns {'country'|'word'|'text'|'number'|'money'|'date'|'metadata'} what the values of an attribute are */
export function kindOf(key) {
  return ATTRIBUTES[key]?.kind ?? 'text';
}

/** @returns {string[]} the words that it may be for an event; none for any */
export function wordsOf(key, event) {
  return ATTRIBUTES[key]?.words?.[event] ?? [];
}

export function operatorsOf(key) {
  return OPERATORS[kindOf(key)];
}

export function takesList(operator) {
  return operator === 'in' || operator === 'not_in';
}

/** @returns {boolean} whether it asks which of two is the greater */
export function isOrdered(operator) {
  return ORDERED.includes(operator);
}
