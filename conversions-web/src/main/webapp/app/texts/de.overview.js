export { default as overview } from './de/overview/overview.js';
export { default as sample } from './de/overview/sample.js';
export { default as share } from './de/overview/share.js';
export { default as start } from './de/overview/start.js';
export { default as stream } from './de/overview/stream.js';
