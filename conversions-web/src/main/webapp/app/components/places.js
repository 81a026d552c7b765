import { locale } from '../language.js';

const REGIONS = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });

/** @returns {string} the name of a country by its ISO 3166-1 code; what is no such code stays as it is */
export function country(code) {
  return /^[A-Z]{2}$/.test(code ?? '') ? REGIONS.of(code) : code ?? '';
}
