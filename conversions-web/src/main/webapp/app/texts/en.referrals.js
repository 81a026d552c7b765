export { default as embed } from './en/referrals/embed.js';
export { default as portal } from './en/referrals/portal.js';
export { default as 'portal-reasons' } from './en/referrals/portal-reasons.js';
