import { html } from 'lit';
import { countries } from '../customers/countries.js';

const PARTS = ['street', 'buildingNumber', 'postalCode', 'city', 'country'];

/** The fields of a postal address. @param {object|null} address @param {object} texts with the names of its parts */
export function addressFields(address, texts, { required = false } = {}) {
  const field = (name, needed) => html`<c-field name=${name} label=${texts[name]} maxlength="70" ?required=${needed} .value=${address?.[name] ?? ''}></c-field>`;
  return html`<div class="fields two">${field('street', false)}${field('buildingNumber', false)}${field('postalCode', false)}${field('city', required)}
    <c-choice name="country" label=${texts.country} ?required=${required} .value=${address?.country ?? ''} .options=${[{ value: '', text: texts.choose }, ...countries()]}></c-choice></div>`;
}

/** @returns {object|null} the address of a form's values; null where nothing of it is filled in */
export function addressOf(values) {
  const filled = PARTS.filter((name) => values[name]);
  return filled.length ? Object.fromEntries(filled.map((name) => [name, values[name]])) : null;
}
