export { default as 'link-form' } from './en/links/link-form.js';
export { default as 'link-import' } from './en/links/link-import.js';
export { default as 'link-places' } from './en/links/link-places.js';
export { default as links } from './en/links/links.js';
