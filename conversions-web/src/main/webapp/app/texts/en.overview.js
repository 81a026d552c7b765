export { default as overview } from './en/overview/overview.js';
export { default as sample } from './en/overview/sample.js';
export { default as share } from './en/overview/share.js';
export { default as start } from './en/overview/start.js';
export { default as stream } from './en/overview/stream.js';
