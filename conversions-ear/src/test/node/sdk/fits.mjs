// Whether what the server answers is what it describes.
import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020.js';
import { answers, server } from './shop.mjs';

export async function everyAnswerFitsTheDescription() {
  const description = await (await fetch(`${server}/openapi`)).json();
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(description, 'api');
  const faults = new Set();
  for (const { method, path, status, json } of answers) {
    const pointer = answer(description, method, path.replace(/^\/api(?=\/)/, ''), status);
    if (!pointer) {
      faults.add(`${method} ${path}: ${status} is not described`);
      continue;
    }
    const fits = ajv.compile({ $ref: `api#${pointer}` });
    if (!fits(json)) {
      fits.errors.forEach((error) => faults.add(`${method} ${path}: ${status} ${error.instancePath} ${error.message}`));
    }
  }
  assert.deepEqual([...faults], []);
}

/** @returns where the schema of this answer stands; a literal path goes before one with parameters */
function answer(description, method, path, status) {
  const [template] = Object.keys(description.paths).sort((a, b) => a.split('{').length - b.split('{').length)
    .filter((candidate) => new RegExp(`^${candidate.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path)
      && description.paths[candidate][method.toLowerCase()]);
  if (!template) {
    // Nothing is there, or not for this method.
    return [404, 405].includes(status) ? '/components/schemas/Error' : null;
  }
  const response = description.paths[template][method.toLowerCase()].responses[status];
  if (!response) {
    return null;
  }
  const base = response.$ref ? response.$ref.slice(1)
    : `/paths/${escaped(template)}/${method.toLowerCase()}/responses/${status}`;
  return `${base}/content/application~1json/schema`;
}

/** As a segment of a JSON pointer within a URI. */
function escaped(segment) {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}
