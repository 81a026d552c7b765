// Checks the served description of the API: its form by the OpenAPI 3.1 specification, and every example by its schema.
// Arguments: the address of the description.
import { createConfig, lintFromString } from '@redocly/openapi-core';

const [address] = process.argv.slice(2);
const source = await (await fetch(address)).text();
const config = await createConfig({
  extends: ['recommended'],
  rules: {
    'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: false },
    'no-invalid-schema-examples': 'error',
    'no-invalid-parameter-examples': 'error',
    'operation-operationId': 'error',
    'operation-operationId-unique': 'error',
    'operation-tag-defined': 'error',
    'tag-description': 'error',
    // The address of this server is relative to the description, and / is the root of another host.
    'no-server-example.com': 'off',
    // A browser is sent on to Stripe and back. That every other operation has a success is tested with the description.
    'operation-2xx-response': 'off',
    // What is asked for by anybody has no key, and a literal segment goes before a parameter.
    'no-ambiguous-paths': 'off',
  },
});
const problems = await lintFromString({ source, absoluteRef: address, config });
for (const { severity, ruleId, message, location } of problems) {
  console.log(`${severity} ${ruleId}: ${message} ${location[0]?.pointer ?? ''}`);
}
process.exit(problems.length > 0 ? 1 : 0);
