export { default as common } from './en/frame/common.js';
export { default as components } from './en/frame/components.js';
export { default as forms } from './en/frame/forms.js';
export { default as frame } from './en/frame/frame.js';
export { default as jump } from './en/frame/jump.js';
export { default as listing } from './en/frame/listing.js';
export { default as shortcuts } from './en/frame/shortcuts.js';
