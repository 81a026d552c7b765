export { default as rewards } from './de/rewards/rewards.js';
