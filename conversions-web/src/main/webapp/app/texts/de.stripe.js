export { default as payload } from './de/stripe/payload.js';
export { default as stripe } from './de/stripe/stripe.js';
export { default as 'stripe-ways' } from './de/stripe/stripe-ways.js';
