// Bundles the stand-in of ours for Stripe's dashboard, and the Stripe App in it.
// Arguments: the folder of the app with its packages, the folder for the bundles.
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import esbuild from 'esbuild';

const [app, out] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));

await esbuild.build({
  entryPoints: [path.join(here, 'dashboard.jsx'), path.join(here, 'view.jsx')],
  outdir: out,
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  // The view has its own React, as in Stripe's dashboard: what it imports is looked for in the folder of the app.
  alias: {'stripe-app': path.resolve(app)},
  define: {'process.env.NODE_ENV': '"production"'},
  logLevel: 'warning',
});
