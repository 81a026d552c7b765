export { default as 'link-form' } from './de/links/link-form.js';
export { default as 'link-import' } from './de/links/link-import.js';
export { default as 'link-places' } from './de/links/link-places.js';
export { default as links } from './de/links/links.js';
