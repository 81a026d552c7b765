export { default as rewards } from './en/rewards/rewards.js';
