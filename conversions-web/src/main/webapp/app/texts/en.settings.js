export { default as apps } from './en/settings/apps.js';
export { default as keys } from './en/settings/keys.js';
export { default as members } from './en/settings/members.js';
export { default as 'not-found' } from './en/settings/not-found.js';
export { default as rates } from './en/settings/rates.js';
export { default as system } from './en/settings/system.js';
export { default as workspace } from './en/settings/workspace.js';
