import { textsOf } from './texts.js';

const texts = await textsOf('security/scopes');

/** The areas that keys and apps can be let into, one by one, as people call them. */
export const SCOPE_AREAS = Object.entries(texts.areas).map(([area, text]) => ({
  area, text, choices: ['', 'read', 'write'].map((value) => ({ value, text: texts.choices[value] })),
}));

/**
 * @param {'all'|'read'|'some'} reach
 * @param {(area: string) => string|null} chosen read, write or nothing for an area
 * @returns {string[]} the scopes; empty when some areas were to be chosen and none was
 */
export function scopesOf(reach, chosen) {
  if (reach !== 'some') {
    return [reach === 'all' ? 'apis.all' : 'apis.read'];
  }
  return SCOPE_AREAS.map(({ area }) => ({ area, right: chosen(area) })).filter(({ right }) => right).map(({ area, right }) => `${area}.${right}`);
}

/** @returns {string} such as "Links: read and write" */
export function scopeText(scope) {
  const [area, right] = scope.split('.');
  const known = texts.areas[area];
  return known ? texts.granted[right === 'write' ? 'write' : 'read'](known) : scope;
}
