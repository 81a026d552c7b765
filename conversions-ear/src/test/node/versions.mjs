// Prints which versions of the named packages are installed.
import { readFileSync } from 'node:fs';

for (const name of process.argv.slice(2)) {
  const { version } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url)));
  console.log(`${name} ${version}`);
}
