/** The languages that the pages are written in. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' };

const KEY = 'conversions-language';

/**
 * @param {string|null} chosen by the reader, if any
 * @param {readonly string[]} wanted by the browser, the best first
 * @returns {string} the language of the pages
 */
export function languageOf(chosen, wanted) {
  return [chosen, ...wanted.map((locale) => locale.split('-')[0])].find((language) => Object.hasOwn(LANGUAGES, language ?? '')) ?? 'en';
}

/**
 * @param {string} of the pages
 * @param {readonly string[]} wanted by the browser
 * @returns {string} how numbers and dates are written: the way of the reader's country, where that speaks the language
 */
export function localeOf(of, wanted) {
  return wanted.find((locale) => locale.split('-')[0] === of) ?? of;
}

export const language = languageOf(stored(), navigator.languages);
export const locale = localeOf(language, navigator.languages);
document.documentElement.lang = language;

/** Keeps the choice and begins anew in that language. */
export function speak(other) {
  try {
    localStorage.setItem(KEY, other);
  } catch {
    return; // A browser that keeps nothing follows its own language.
  }
  location.reload();
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
