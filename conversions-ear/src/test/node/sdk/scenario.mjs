// The whole SDK against one server, part by part. Prints a line of JSON for each part: its name, and what went wrong.
// Arguments: the address of the server, a secret API key, a publishable key.
import * as doors from './doors.mjs';
import * as fits from './fits.mjs';
import * as links from './links.mjs';
import * as operations from './operations.mjs';
import * as partners from './partners.mjs';
import * as track from './track.mjs';

for (const [name, part] of Object.entries({ ...links, ...track, ...partners, ...doors, ...fits, ...operations })) {
  const began = Date.now();
  let fault;
  try {
    await part();
  } catch (error) {
    fault = [error.stack.replaceAll(/\n.*(node_modules|node:internal).*/g, ''), error.body].join('\n').trim();
  }
  console.log(JSON.stringify({ name, milliseconds: Date.now() - began, fault }));
}
