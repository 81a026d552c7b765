import { textsOf } from './texts.js';

const texts = await textsOf('frame/forms');

/** How the API begins a sentence about a field: its name and a colon. */
const ABOUT_A_FIELD = /^([a-z][A-Za-z0-9]*(?:[.[][A-Za-z0-9.\]]+)?): (.+)$/s;

/**
 * Divides a sentence of the API into the field that it is about and what people should read beside it.
 *
 * @param {string} message such as "slug: must have 3 to 40 characters"
 * @returns {{field: string|null, sentence: string}}
 */
export function fieldOf(message) {
  const match = ABOUT_A_FIELD.exec(message);
  return match ? { field: match[1].split(/[.[]/)[0], sentence: asSentence(match[2]) } : { field: null, sentence: message };
}

/** Makes "must be longer" what stands beside a field: "Must be longer." */
export function asSentence(text) {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

/**
 * Says what is missing or wrong in a field, in words that tell how to go on.
 *
 * @param {ValidityState} validity
 * @param {{label: string, minlength?: number, type?: string, wrong?: string}} field
 * @returns {string} empty when nothing is
 */
export function complaint(validity, { label, minlength, type, wrong }) {
  if (validity.valid) {
    return '';
  }
  if (validity.valueMissing) {
    return texts.needed(label);
  }
  if (validity.tooShort) {
    return texts.tooShort(minlength);
  }
  if (type === 'email') {
    return texts.email;
  }
  return wrong ?? texts.wrongForm;
}
