export { default as 'commission-notes' } from './en/rewards/commission-notes.js';
export { default as rewards } from './en/rewards/rewards.js';
