// What Stripe does in the frame of an app, as a stand-in of ours: hands the dashboard to the SDK, and renders a view to it.
import {createRemoteRoot} from 'stripe-app/node_modules/@remote-ui/core';
import {render} from 'stripe-app/node_modules/@remote-ui/react';
import {createEndpoint, fromMessagePort, retain} from 'stripe-app/node_modules/@remote-ui/rpc';
import {createElement} from 'stripe-app/node_modules/react';
import CustomerDetail from 'stripe-app/src/views/CustomerDetail';
import InvoiceDetail from 'stripe-app/src/views/InvoiceDetail';
import PaymentDetail from 'stripe-app/src/views/PaymentDetail';
import Settings from 'stripe-app/src/views/Settings';

const VIEWS = {CustomerDetail, InvoiceDetail, PaymentDetail, Settings};

addEventListener('message', ({ports: [port]}) => {
  const endpoint = createEndpoint(fromMessagePort(port));
  globalThis.__StripeExtExports = {endpoint};
  endpoint.expose({
    async show(name, context, receive) {
      retain(receive);
      const root = createRemoteRoot(receive, {strict: false});
      render(createElement(VIEWS[name], context), root, () => root.mount());
    },
  });
  port.start();
}, {once: true});
parent.postMessage('ready', '*');
