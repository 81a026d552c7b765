import { majorOf, minorOf } from '../amount.js';
import { attributesOf, isOrdered, keyOf, kindOf, operatorsOf, takesList, wordsOf } from './attributes.js';

const DAY_MILLIS = 86_400_000;

/**
 * A condition as a form has it: each value is a text.
 *
 * @typedef {{key: string, field: string, operator: string, value: string}} Draft
 */

/** @returns {Draft} the first one that a rule for an event begins with */
export function firstOf(event) {
  const [key] = attributesOf(event);
  return { key, field: '', operator: operatorsOf(key)[0], value: '' };
}

/** @returns {Draft} the same with another attribute: its operator and value stay where they still fit */
export function withKey(draft, key) {
  const operators = operatorsOf(key);
  const same = kindOf(key) === kindOf(draft.key) && kindOf(key) !== 'word';
  return { ...draft, key, operator: operators.includes(draft.operator) ? draft.operator : operators[0], value: same ? draft.value : '' };
}

/** @returns {Draft} of a condition of the API */
export function draftOf(condition, currency) {
  const key = keyOf(condition);
  const written = (value) => {
    switch (kindOf(key)) {
      case 'money': return majorOf(value, currency);
      case 'date': return new Date(value).toISOString().slice(0, 10);
      default: return String(value);
    }
  };
  return { key, field: condition.metadataField ?? '', operator: condition.operator, value: [condition.value].flat().map(written).join(', ') };
}

/**
 * @param {Draft} draft
 * @returns {object|null} the condition of the API; null where the value, or the field of the metadata, is none
 */
export function conditionOf({ key, field, operator, value }, event, currency) {
  const [entity, attribute] = key.split('.');
  const texts = (takesList(operator) ? value.split(',') : [value]).map((text) => text.trim()).filter(Boolean);
  const values = texts.map((text) => read(text, { key, operator, event, currency }));
  if (!values.length || values.includes(null) || kindOf(key) === 'metadata' && !field.trim()) {
    return null;
  }
  return { entity, attribute, ...(kindOf(key) === 'metadata' ? { metadataField: field.trim() } : {}), operator, value: takesList(operator) ? values : values[0] };
}

function read(text, { key, operator, event, currency }) {
  switch (kindOf(key)) {
    case 'country': return /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : null;
    case 'word': return wordsOf(key, event).includes(text) ? text : null;
    case 'number': return whole(text);
    case 'money': return minorOf(text, currency);
    case 'date': return dayOf(text, operator);
    case 'metadata': return isOrdered(operator) ? decimal(text) : text;
    default: return text;
  }
}

function whole(text) {
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

function decimal(text) {
  return /^-?\d{1,12}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** A day is a moment to the API: "after" a day is after its end, and "until" it means all of it. */
function dayOf(text, operator) {
  const begin = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(begin) ? null : operator === 'greater_than' || operator === 'less_than_or_equal' ? begin + DAY_MILLIS - 1 : begin;
}
