// Asks until it is refused. Arguments: the address of a server with a low limit, a secret API key, the limit.
import assert from 'node:assert/strict';
import { Dub } from 'dub';
import { RateLimitExceeded } from 'dub/models/errors/index.js';

const [server, token, limit] = process.argv.slice(2);
const dub = new Dub({ token, serverURL: `${server}/api` });
for (let n = 0; n < Number(limit); n++) {
  await dub.links.count();
}
await assert.rejects(dub.links.count(), (error) => {
  assert.ok(error instanceof RateLimitExceeded, error.name);
  console.log(error.error.code);
  return true;
});
