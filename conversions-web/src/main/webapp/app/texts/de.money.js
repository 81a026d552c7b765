export { default as attribution } from './de/money/attribution.js';
export { default as customers } from './de/money/customers.js';
export { default as sales } from './de/money/sales.js';
