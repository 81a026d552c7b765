import { keyOf, kindOf } from './attributes.js';

/**
 * Says what a reward pays.
 *
 * @param {object} reward as the API answers it
 * @param {{percent: (share: number) => string, money: (minor: number) => string, day: (time: number) => string, country: (code: string) => string}} written
 *   how values are written
 * @param {object} texts of rewards
 * @returns {string[]} sentences: the amount for all with its bounds, and each other one with its conditions
 */
export function terms(reward, written, texts) {
  const { event, type, maxDuration, maxSales, spendLimit, modifiers } = reward;
  return [
    texts.pays[event][type](amount(reward, written)) + (event === 'sale' && (maxDuration ?? null) !== null ? ` ${texts.lasts(maxDuration)}` : ''),
    ...(maxSales ? [texts.atMostSales(maxSales)] : []),
    ...(spendLimit ? [texts.atMost[spendLimit.interval](written.money(spendLimit.amount))] : []),
    ...(modifiers ?? []).map((modifier) => texts.instead(amount(modifier, written), modifier.conditions.map((one) => condition(one, written, texts))
      .join(modifier.operator === 'OR' ? texts.or : texts.and)) + (modifier.maxDuration === undefined ? '' : ` ${modifier.maxDuration === null ? texts.lastsForEver : texts.lasts(modifier.maxDuration)}`)),
  ];
}

function amount(of, written) {
  return (of.amountInPercentage ?? null) !== null ? written.percent(of.amountInPercentage / 100) : written.money(of.amountInCents);
}

function condition({ entity, attribute, metadataField, operator, value, label }, written, texts) {
  const key = keyOf({ entity, attribute });
  const values = label && !Array.isArray(value) ? label : [value].flat().map((one) => said(key, one, written, texts)).join(texts.or);
  const verb = kindOf(key) === 'date' ? texts.dateOperators[operator] : texts.operators[operator];
  return `${metadataField ? texts.metadata[entity](metadataField) : texts.subjects[key] ?? key} ${verb} ${values}`;
}

function said(key, value, written, texts) {
  switch (kindOf(key)) {
    case 'money': return written.money(value);
    case 'date': return written.day(value);
    case 'country': return written.country(value);
    case 'word': return texts.words[value] ?? value;
    default: return String(value);
  }
}

/** @returns {number|null} a percentage as people write it; null for what is none */
export function percentageOf(text) {
  const match = /^\d{1,3}([.,]\d{1,2})?$/.exec((text ?? '').trim());
  const number = match ? Number(match[0].replace(',', '.')) : null;
  return number !== null && number <= 100 ? number : null;
}
