export { default as authorize } from './de/account/authorize.js';
export { default as forgot } from './de/account/forgot.js';
export { default as invitation } from './de/account/invitation.js';
export { default as login } from './de/account/login.js';
export { default as reset } from './de/account/reset.js';
export { default as setup } from './de/account/setup.js';
