/**
 * Says what a reward pays.
 *
 * @param {object} reward as the API answers it
 * @param {{percent: (share: number) => string, money: (minor: number) => string}} written how amounts are written
 * @param {object} texts of the page
 * @returns {string[]} sentences: the amount for all, and each other one with its conditions
 */
export function terms({ event, type, amountInPercentage, amountInCents, modifiers }, written, texts) {
  const amount = (of) => ((of.amountInPercentage ?? null) !== null ? written.percent(of.amountInPercentage / 100) : written.money(of.amountInCents));
  return [
    texts.pays[event][type](amount({ amountInPercentage, amountInCents })),
    ...(modifiers ?? []).map((modifier) => texts.instead(amount(modifier), modifier.conditions.map((one) => condition(one, texts))
      .join(modifier.operator === 'OR' ? texts.or : texts.and))),
  ];
}

function condition({ operator, value }, texts) {
  const values = [value].flat().map((one) => texts.sources[one] ?? `“${one}”`).join(texts.or);
  return texts.when[operator](values);
}

/** @returns {boolean} whether a modifier is the plain one for free trials, which the page can edit */
export function isOfTrials({ conditions }) {
  return conditions.length === 1 && conditions[0].operator === 'equals_to' && conditions[0].value === 'trial';
}

/**
 * Makes the body that creates or changes a reward.
 *
 * @param {{event: string, type: string, amount: number, trial: number|null}} wanted amounts in percent, or minor units
 * @param {object[]} modifiers that there are: those that are not for free trials stay
 */
export function rewardBody({ event, type, amount, trial }, modifiers = []) {
  const named = type === 'percentage' ? 'amountInPercentage' : 'amountInCents';
  const kept = modifiers.filter((modifier) => !isOfTrials(modifier));
  const own = trial === null ? [] : [{
    operator: 'AND', conditions: [{ entity: 'customer', attribute: 'source', operator: 'equals_to', value: 'trial' }], type, [named]: trial,
  }];
  return { event, type, [named]: amount, modifiers: [...own, ...kept] };
}

/** @returns {number|null} a percentage as people write it; null for what is none */
export function percentageOf(text) {
  const match = /^\d{1,3}([.,]\d{1,2})?$/.exec((text ?? '').trim());
  const number = match ? Number(match[0].replace(',', '.')) : null;
  return number !== null && number <= 100 ? number : null;
}
