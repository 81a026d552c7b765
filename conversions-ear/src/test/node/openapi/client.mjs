// Generates types from the served description, compiles a small typed program against them, and runs it.
// Arguments: the address of the server, a secret API key.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const [server, key] = process.argv.slice(2);
const here = new URL('.', import.meta.url);
const description = await (await fetch(`${server}/openapi`)).json();
mkdirSync(new URL('generated/', here), { recursive: true });
// What has a default need not be sent.
const types = await openapiTS(description, { defaultNonNullable: false });
writeFileSync(new URL('generated/api.d.ts', here), astToString(types));
try {
  execFileSync(process.execPath, [fileURLToPath(new URL('../node_modules/typescript/bin/tsc', here)), '--project',
    fileURLToPath(here)], { encoding: 'utf8' });
} catch (e) {
  console.log(e.stdout);
  process.exit(1);
}
const { run } = await import('./generated/program.js');
await run(`${server}/api`, key);
