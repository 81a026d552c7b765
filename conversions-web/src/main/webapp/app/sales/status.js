/**
 * @param {object} sale as the API answers it
 * @returns {{key: 'refunded'|'partly'|'disputed'|'stale'|'noRate', tone: string}[]} what is to be known of its money
 */
export function statusOf({ grossAmount, netAmount, refundedAmount, disputed, exchangeRate, countedCurrency, currency }) {
  const found = [];
  if (refundedAmount > 0) {
    found.push(netAmount <= 0 && grossAmount > 0 ? { key: 'refunded', tone: 'negative' } : { key: 'partly', tone: 'caution' });
  }
  if (disputed) {
    found.push({ key: 'disputed', tone: 'negative' });
  }
  if (exchangeRate?.stale) {
    found.push({ key: 'stale', tone: 'info' });
  } else if (!exchangeRate && grossAmount === 0 && countedCurrency !== currency) {
    found.push({ key: 'noRate', tone: 'caution' });
  }
  return found;
}

/** @returns {boolean} whether the amount was in another currency before it was counted */
export function converted({ originalCurrency, countedCurrency, currency }) {
  return originalCurrency !== currency || countedCurrency !== currency;
}
