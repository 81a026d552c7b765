// Errors as the SDK types them, and the two ways to point it at this server.
import assert from 'node:assert/strict';
import * as errors from 'dub/models/errors/index.js';
import { client, dub, link, publishableKey, secretKey, server, unique } from './shop.mjs';

async function refused(type, code, call) {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof type, `${type.name} was expected, not ${error.name}: ${error.message}`);
    assert.equal(error.error.code, code);
    assert.match(error.error.docUrl, /\/app\/errors\/#/);
    return true;
  });
}

export async function typedErrors() {
  const at = { serverURL: `${server}/api` };
  await refused(errors.BadRequest, 'bad_request', () => dub.track.lead({
    clickId: '', eventName: 'Sign up', customerExternalId: unique('nobody'),
  }));
  await refused(errors.Unauthorized, 'unauthorized', () => client({ token: 'dub_unknown', ...at }).links.list());
  await refused(errors.Forbidden, 'forbidden', () => client({ token: publishableKey, ...at }).links.list());
  await refused(errors.NotFound, 'not_found', () => dub.links.get({ linkId: 'link_unknown' }));
  await refused(errors.NotFound, 'not_found', () => dub.customers.get({ id: 'ext_a/b' }));
  const { key } = await link();
  await refused(errors.Conflict, 'conflict', () => link({ key }));
  await refused(errors.UnprocessableEntity, 'unprocessable_entity', () => link({ url: 'javascript:alert(1)' }));
  await refused(errors.NotFound, 'not_found', () => dub.track.lead({
    clickId: 'thereIsNoSuchOne', eventName: 'Sign up', customerExternalId: unique('buyer'),
  }));
  // Nothing at this address; and a body that is no JSON at all.
  await refused(errors.NotFound, 'not_found', () => client({ token: secretKey, serverURL: `${server}/api/nowhere` }).links.list());
}

export async function atTheRootOfTheHost() {
  process.env.DUB_BASE_URL = server;
  try {
    const byEnvironment = client({ token: secretKey });
    const made = await byEnvironment.links.create({ url: 'https://shop.example/' });
    assert.equal((await byEnvironment.links.get({ linkId: made.id })).id, made.id);
    assert.ok((await byEnvironment.customers.list()).result.length >= 0);
    await refused(errors.NotFound, 'not_found', () => byEnvironment.links.get({ linkId: 'link_unknown' }));
  } finally {
    delete process.env.DUB_BASE_URL;
  }
  const slash = client({ token: secretKey, serverURL: `${server}/api/` });
  assert.ok((await slash.links.list()).result.length > 0);
}
