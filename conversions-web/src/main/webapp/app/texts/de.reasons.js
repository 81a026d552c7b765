export { default as reasons } from './de/reasons/reasons.js';
