export { default as authorize } from './en/account/authorize.js';
export { default as forgot } from './en/account/forgot.js';
export { default as invitation } from './en/account/invitation.js';
export { default as login } from './en/account/login.js';
export { default as reset } from './en/account/reset.js';
export { default as setup } from './en/account/setup.js';
