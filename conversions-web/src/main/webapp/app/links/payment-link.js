import { withParameter } from './address.js';
import { marked } from './landing.js';
import { namesOf } from '../vocabulary.js';

/** @returns {boolean} whether an address is a payment link of Stripe */
export function isPaymentLink(url) {
  return /^https:\/\/buy\.stripe\.com\/[^\s?#]+/i.test(url.trim());
}

/** @returns {boolean} whether it is a payment link without a mark, so that its payments are credited to nobody */
export function wantsMark(url) {
  return isPaymentLink(url) && !marked(url);
}

/** The payment link with the mark by which it gets the click id as its client_reference_id. */
export function withMark(url, vocabulary) {
  const [name, value] = namesOf(vocabulary).marker.split('=');
  return withParameter(url.trim(), name, value);
}
