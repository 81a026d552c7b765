export { default as common } from './de/frame/common.js';
export { default as components } from './de/frame/components.js';
export { default as forms } from './de/frame/forms.js';
export { default as frame } from './de/frame/frame.js';
export { default as jump } from './de/frame/jump.js';
export { default as listing } from './de/frame/listing.js';
export { default as shortcuts } from './de/frame/shortcuts.js';
