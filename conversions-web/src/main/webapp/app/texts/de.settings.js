export { default as apps } from './de/settings/apps.js';
export { default as keys } from './de/settings/keys.js';
export { default as members } from './de/settings/members.js';
export { default as 'not-found' } from './de/settings/not-found.js';
export { default as rates } from './de/settings/rates.js';
export { default as system } from './de/settings/system.js';
export { default as workspace } from './de/settings/workspace.js';
