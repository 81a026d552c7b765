import { language } from './language.js';

const groups = new Map();

/**
 * Gets the texts of a part of the pages in the reader's language, from texts/{language}/{group}/{part}.js. All of a group come
 * in one file, texts/{language}.{group}.js.
 *
 * @param {string} name group and part, such as links/link-form
 * @returns {Promise<object>} strings by their names, and functions that put values into one
 */
export async function textsOf(name) {
  const [group, part] = name.split('/');
  if (!groups.has(group)) {
    groups.set(group, import(`./texts/${language}.${group}.js`));
  }
  return (await groups.get(group))[part];
}
