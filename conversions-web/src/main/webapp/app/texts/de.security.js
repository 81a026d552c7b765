export { default as audit } from './de/security/audit.js';
export { default as scopes } from './de/security/scopes.js';
export { default as 'second-factor' } from './de/security/second-factor.js';
export { default as security } from './de/security/security.js';
