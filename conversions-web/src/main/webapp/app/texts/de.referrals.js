export { default as embed } from './de/referrals/embed.js';
export { default as portal } from './de/referrals/portal.js';
export { default as 'portal-reasons' } from './de/referrals/portal-reasons.js';
