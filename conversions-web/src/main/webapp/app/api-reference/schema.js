import { element, prose } from './elements.js';

/** The schemas of a description: what they are called, what they look like, what a value of them could be. */
export class Schemas {
  #description;

  constructor(description) {
    this.#description = description;
  }

  /** Follows references and joins what belongs together. */
  resolved(schema) {
    if (schema?.$ref) {
      const { $ref, ...beside } = schema;
      const target = $ref.slice(2).split('/').reduce((node, name) => node?.[name.replaceAll('~1', '/').replaceAll('~0', '~')],
        this.#description);
      return { ...this.resolved(target), ...beside };
    }
    if (schema?.allOf) {
      const { allOf, ...beside } = schema;
      return [...allOf.map((part) => this.resolved(part)), beside].reduce((whole, part) => ({
        ...whole, ...part,
        properties: { ...whole.properties, ...part.properties },
        required: [...(whole.required ?? []), ...(part.required ?? [])],
      }), {});
    }
    return schema ?? {};
  }

  /** Without null, which is said beside the type. @returns {{schema: object, nullable: boolean}} */
  #sure(schema) {
    const known = this.resolved(schema);
    if (known.anyOf?.some((choice) => choice.type === 'null')) {
      const choices = known.anyOf.filter((choice) => choice.type !== 'null');
      const { anyOf, ...beside } = known;
      return { schema: { ...(choices.length === 1 ? this.resolved(choices[0]) : { anyOf: choices }), ...beside }, nullable: true };
    }
    if (Array.isArray(known.type)) {
      const types = known.type.filter((type) => type !== 'null');
      return { schema: { ...known, type: types.length === 1 ? types[0] : types }, nullable: types.length < known.type.length };
    }
    return { schema: known, nullable: false };
  }

  typeName(given) {
    const { schema, nullable } = this.#sure(given);
    return this.#bareName(schema) + (nullable ? ' or null' : '');
  }

  #bareName(schema) {
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices) {
      return choices.map((choice) => this.typeName(choice)).join(' or ');
    }
    if (schema.type === 'array') {
      return `list of ${this.typeName(schema.items)}`;
    }
    if (schema.properties || schema.type === 'object') {
      return schema.additionalProperties ? `object of ${this.typeName(schema.additionalProperties)}` : 'object';
    }
    const formats = { 'date-time': 'time', uri: 'address', int32: 'integer', int64: 'integer' };
    return formats[schema.format] ?? [schema.type ?? 'anything'].flat().join(' or ');
  }

  /**
   * A list of what an object has, each object within it folded. Null for what has nothing to list.
   * @param {boolean} asked whether it is for a request, where what is required must be told; else what may be missing
   */
  fields(given, asked) {
    const object = this.#object(given);
    if (!object) {
      return null;
    }
    const required = new Set(object.required);
    return element('dl.fields', null, ...Object.entries(object.properties).flatMap(([name, property]) =>
      this.field(name, property, required.has(name) === asked ? (asked ? 'required' : 'not always') : null, asked)));
  }

  /** A name and what is said about it. @returns {Element[]} */
  field(name, property, mark, asked) {
    const { schema } = this.#sure(property);
    const values = (schema.enum ?? schema.items?.enum ?? []).filter((value) => value !== null);
    return [
      element('dt', null, element('code.name', null, name), element('span.type', null, this.typeName(property)),
        mark ? element('span.mark', null, mark) : null,
        schema.deprecated ? element('span.mark', null, 'old') : null),
      element('dd', null, prose('p', schema.description),
        values.length ? element('p.hint', null, 'One of ', ...values.flatMap((value, i) =>
          [i ? ', ' : '', element('code', null, String(value))])) : null,
        schema.default === undefined ? null : element('p.hint', null, 'Otherwise ', element('code', null, String(schema.default))),
        this.#folded(property, asked)),
    ];
  }

  /** The fields of an object within, made when they are asked for: an object may contain its own kind. */
  #folded(property, asked) {
    if (!this.#object(property)) {
      return null;
    }
    const details = element('details', null, element('summary', null, 'Its fields'));
    details.addEventListener('toggle', () => details.append(this.fields(property, asked)), { once: true });
    return details;
  }

  #object(given) {
    const { schema } = this.#sure(given);
    const inner = (schema.oneOf ?? schema.anyOf)?.find((choice) => this.#object(choice))
      ?? schema.items ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null);
    return schema.properties ? schema : inner ? this.#object(inner) : null;
  }

  /** A value that fits, for where the description has no example. */
  sample(given, depth = 0) {
    const { schema, nullable } = this.#sure(given);
    const shown = schema.example ?? schema.examples?.[0] ?? schema.default ?? schema.enum?.[0];
    if (shown !== undefined) {
      return shown;
    }
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices) {
      return this.sample(choices[0], depth);
    }
    if (schema.properties) {
      return depth > 3 ? {} : Object.fromEntries(Object.entries(schema.properties)
        .filter(([name, property]) => depth < 2 || !this.#sure(property).nullable || schema.required?.includes(name))
        .map(([name, property]) => [name, this.sample(property, depth + 1)]));
    }
    if (nullable) {
      return null;
    }
    if (schema.type === 'array') {
      return depth > 2 ? [] : [this.sample(schema.items, depth + 1)];
    }
    const samples = { integer: 0, number: 0, boolean: false, object: {} };
    return schema.format === 'date-time' ? '2026-01-01T00:00:00.000Z' : samples[schema.type] ?? '…';
  }
}
