/**
 * The steps from nothing to the first sale.
 *
 * @param {{links: object[], connections: object[], live: object, test: object}} facts what the workspace has; figures of
 *   both worlds, because whoever tries things out does so in test mode
 * @returns {{key: string, done: boolean, title: string, detail: string}[]} later facts show that earlier steps are done
 */
export function checklist({ links, connections, live, test }) {
  const has = (figure) => (live[figure] ?? 0) + (test[figure] ?? 0) > 0;
  const sale = has('sales');
  const lead = sale || has('leads');
  const click = has('clicks') || (live.leads ?? 0) > 0;
  return [
    { key: 'link', done: links.length > 0 || click, title: 'Make a short link', detail: 'It leads to your site and remembers who came by it.' },
    { key: 'stripe', done: connections.length > 0, title: 'Connect Stripe', detail: 'So that payments arrive here. A key that may read is enough.' },
    { key: 'click', done: click, title: 'First click', detail: 'Open the short link once yourself.' },
    { key: 'lead', done: lead, title: 'First lead', detail: 'Somebody signs up, or opens your payment link to the end.' },
    { key: 'sale', done: sale, title: 'First sale', detail: 'Pay with one of Stripe’s test cards, such as 4242 4242 4242 4242. Test payments count in test mode only.' },
  ];
}

/** @returns {object|undefined} the first step that is not done */
export function nextStep(steps) {
  return steps.find((step) => !step.done);
}
