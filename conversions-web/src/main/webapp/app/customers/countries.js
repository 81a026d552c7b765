import { language } from '../language.js';

/** ISO 3166-1. */
const CODES = 'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO'
  + ' CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GG GH GI GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IM'
  + ' IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU'
  + ' MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS'
  + ' ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW';
const NAMES = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });

/** @returns {string} the name of a country in the reader's language; what is none stays as it is */
export function countryName(code) {
  return /^[A-Z]{2}$/.test(code ?? '') ? NAMES.of(code) : code ?? '';
}

/** @returns {{value: string, text: string}[]} all countries by their names */
export function countries() {
  return CODES.split(' ').map((code) => ({ value: code, text: countryName(code) })).sort((one, other) => one.text.localeCompare(other.text, language));
}
