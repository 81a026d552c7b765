export { default as attribution } from './en/money/attribution.js';
export { default as customers } from './en/money/customers.js';
export { default as sales } from './en/money/sales.js';
