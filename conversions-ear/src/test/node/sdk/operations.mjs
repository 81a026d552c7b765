// Each operation of the SDK has an answer of its own here, whether or not another part of the scenario asks for it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { secretKey, server } from './shop.mjs';

const FUNCTIONS = new URL('../node_modules/dub/dist/esm/funcs/', import.meta.url);
const COUNT = 56;

/** The operations as the SDK's own code has them: each is a file with one address and one method. */
function operations() {
  return readdirSync(FUNCTIONS).filter((file) => file.endsWith('.js')).map((file) => {
    const source = readFileSync(new URL(file, FUNCTIONS), 'utf8');
    return {
      name: file.replace('.js', ''),
      path: source.match(/pathToFunc\("([^"]+)"\)/)[1],
      method: source.match(/method: "([A-Z]+)"/)[1],
    };
  });
}

export async function everyOperation() {
  const all = operations();
  assert.equal(all.length, COUNT);
  const described = (await (await fetch(`${server}/openapi`)).json()).paths;
  const routes = new Set(Object.entries(described).flatMap(([path, methods]) => Object.keys(methods)
    .map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`)));
  const missing = all.filter(({ path, method }) => !routes.has(`${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`));
  assert.deepEqual(missing, [], 'operations that the server does not describe');
  for (const { name, path, method } of all) {
    const answer = await fetch(`${server}/api${path.replaceAll(/\{[^}]+\}/g, 'unknown')}`, {
      method,
      headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
      body: method === 'GET' || method === 'DELETE' ? undefined : '{}',
    });
    const reason = answer.headers.get('Conversions-Reason');
    assert.ok(answer.status < 500 && answer.status !== 405 && answer.status !== 401 && reason !== 'address_not_found'
      && reason !== 'field_not_supported', `${name}: ${method} ${path} answers ${answer.status} ${reason}`);
    await answer.arrayBuffer();
  }
}
