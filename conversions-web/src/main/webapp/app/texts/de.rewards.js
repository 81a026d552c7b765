export { default as 'commission-notes' } from './de/rewards/commission-notes.js';
export { default as rewards } from './de/rewards/rewards.js';
