// A stand-in of ours for Stripe's dashboard around an app: the view runs in a sandboxed frame without an origin, and says
// over a message port what is to be shown. The page that loads this defines DASHBOARD:
//   account, user, role, mode ("live" or "test"), sandbox, constants (those of the manifest)
// and answers GET /signature?user_id&account_id. The address says what is shown: ?view=…&object=…, and the code and state that
// a redirect to Stripe would bring.
import {createRemoteReceiver} from '@remote-ui/core';
import {createController, RemoteRenderer} from '@remote-ui/react/host';
import {createEndpoint, fromMessagePort} from '@remote-ui/rpc';
import {createRoot} from 'react-dom/client';
import {oauthContextOf, stripeCalls} from 'stripe-app/test/stripe';
import {COMPONENTS} from './components.jsx';

const {account, user, role, mode, sandbox, constants} = window.DASHBOARD;
const query = new URLSearchParams(location.search);
const store = {
  getItem: key => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: key => localStorage.removeItem(key),
};

async function sign() {
  return (await fetch(`/signature?${new URLSearchParams({user_id: user, account_id: account})}`)).text();
}

function context() {
  const object = query.get('object');
  return {
    userContext: {id: user, name: 'A person', locale: 'en-GB', roles: [{id: role, name: role, type: 'builtIn'}],
      account: {id: account, country: 'DE', name: 'A shop', isSandbox: Boolean(sandbox)}},
    environment: {mode, viewportID: query.get('view'), constants, objectContext: object && {id: object, object: ''}},
    oauthContext: query.has('code') || query.has('error') ? oauthContextOf(store, query) : undefined,
    appContext: {},
  };
}

const receiver = createRemoteReceiver();
createRoot(document.getElementById('view'))
  .render(<RemoteRenderer receiver={receiver} controller={createController(COMPONENTS)} />);

const frame = document.createElement('iframe');
frame.setAttribute('sandbox', 'allow-scripts');
frame.hidden = true;
frame.srcdoc = `<script src="${location.origin}/view.js"></script>`;
addEventListener('message', ({source}) => {
  const {port1, port2} = new MessageChannel();
  const endpoint = createEndpoint(fromMessagePort(port1), {callable: ['show']});
  endpoint.expose(stripeCalls({store, sign}));
  port1.start();
  source.postMessage('port', '*', [port2]);
  endpoint.call.show(query.get('view') ?? 'Settings', context(), receiver.receive);
}, {once: true});
document.body.append(frame);
