export { default as reasons } from './en/reasons/reasons.js';
