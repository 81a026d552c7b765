export { default as payload } from './en/stripe/payload.js';
export { default as stripe } from './en/stripe/stripe.js';
export { default as 'stripe-ways' } from './en/stripe/stripe-ways.js';
