export { default as audit } from './en/security/audit.js';
export { default as scopes } from './en/security/scopes.js';
export { default as 'second-factor' } from './en/security/second-factor.js';
export { default as security } from './en/security/security.js';
