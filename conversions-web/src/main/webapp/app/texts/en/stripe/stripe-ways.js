/** The texts of the ways in which merchants sell with Stripe, and of what counts of its events. */
import { html } from 'lit';

export default {
  howSell: 'How do you sell?',
  whatToDo: 'What to do',
  replaceKey: html`Replace <code>conv_pk_…</code> with a publishable key of this workspace: <a href="/app/keys">create one</a>. For test payments use a test key.`,
  ways: {
    link: { title: 'Payment links, buttons or pricing tables', text: 'Stripe hosts the page, and you wrote no code for it.' },
    checkout: { title: 'Checkout sessions', text: 'Your server creates a session for each purchase.' },
    customer: { title: 'Customers and subscriptions', text: 'Your server creates Stripe customers, and charges them by itself.' },
  },
  steps: {
    straight: {
      title: 'A short link straight to the payment link',
      text: 'Put this behind the address of the payment link when you create the short link. The click is then handed to Stripe, and nothing else is needed.',
    },
    ownPage: {
      title: 'Or your own page with a payment link, button or pricing table',
      text: 'Load the script on that page. It remembers the click and hands it to Stripe’s elements by itself.',
    },
    lead: { title: 'Report the lead when somebody signs up', text: 'From your server, with the click id of the cookie and your own id of the customer.' },
    session: { title: 'Name your customer in the session', text: 'The same id as in the lead ties the payment to it.' },
    metadata: { title: 'Put both ids into the customer’s metadata', text: 'When you create the Stripe customer, or later: the payments that follow go back to the click.' },
  },
  loadScript: 'Load the script on your site',
  loadScriptDetail: (cookie) => `It remembers the click in the cookie ${cookie}.`,
  address: 'Address',
  counting: {
    trials: { title: 'Trials', text: 'A free trial pays nothing, but somebody has come.' },
    links: { title: 'Payment links', text: 'A payment link brings the lead and the sale in one step.' },
    customers: { title: 'Stripe customers', text: 'A customer with a click id in its metadata is a lead.' },
  },
  switches: {
    trackFreeTrials: { label: 'A free trial is a lead', hint: 'Named “Started Trial”, one for each subscription.' },
    trackQuantity: { label: 'One lead for each seat', hint: 'A trial with five seats is five leads.' },
    paymentLinkLeadRewards: { label: 'The lead earns the lead reward', hint: 'Otherwise only the sale earns something.' },
    paymentLinkLeadWebhooks: { label: 'The lead is reported to your own systems', hint: 'This server sends no webhooks yet, so that this stays off.' },
    customerLeadRewards: { label: 'The lead earns the lead reward', hint: 'Otherwise only the sale earns something.' },
    matchByEmail: { label: 'Recognise a buyer by the email', hint: 'Only when nothing else says who it is. Two people who share a mailbox are then one.' },
  },
  savedFromNow: 'Saved. It holds from now on.',
  onWorkspacePage: html`Which click a payment goes back to, for how many days, and the currency of your figures are set on the page <a href="/app/workspace">Workspace</a>.`,
};
