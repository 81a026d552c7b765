/** The texts of the first-run set-up. */
import { html } from 'lit';

export default {
  title: 'Set up this server',
  lead: 'This is done once: it makes you the owner, and creates your workspace and its API keys.',
  workspaceName: 'Name of your workspace',
  yourEmail: 'Your email',
  setUp: 'Set up',
  ready: 'It is ready',
  readyDetail: 'Copy these keys now, if your programs need them. They are not kept in readable form; new ones can be created at any time.',
  secretKey: 'Secret key',
  secretKeyHint: 'For your servers. It opens everything.',
  publishableKey: 'Publishable key',
  publishableKeyHint: 'For the script on your site.',
  testSecretKey: 'Secret test key',
  testSecretKeyHint: 'To try things out: test data only.',
  testPublishableKey: 'Publishable test key',
  testPublishableKeyHint: 'The same for a site.',
  toWorkspace: 'Go to your workspace',
  closed: 'This server is set up',
  closedDetail: 'There is nothing left to do here.',
  openAddress: html`Open the address that the server printed to its log when it started last. It ends in <code>#token=…</code>.`,
};
