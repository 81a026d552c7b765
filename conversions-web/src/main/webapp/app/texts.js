import { language } from './language.js';

const parts = new Map();

/**
 * Gets the texts of a part of the pages in the reader's language, from texts/{language}/{part}.js.
 *
 * @param {string} part
 * @returns {Promise<object>} strings by their names, and functions that put values into one
 */
export function textsOf(part) {
  if (!parts.has(part)) {
    parts.set(part, import(`./texts/${language}/${part}.js`).then((module) => module.default));
  }
  return parts.get(part);
}
