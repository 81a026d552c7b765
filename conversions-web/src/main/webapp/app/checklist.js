import { textsOf } from './texts.js';

const texts = await textsOf('overview/start');

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
    { key: 'link', done: links.length > 0 || click, ...texts.steps.link },
    { key: 'stripe', done: connections.length > 0, ...texts.steps.stripe },
    { key: 'click', done: click, ...texts.steps.click },
    { key: 'lead', done: lead, ...texts.steps.lead },
    { key: 'sale', done: sale, ...texts.steps.sale },
  ];
}

/** @returns {object|undefined} the first step that is not done */
export function nextStep(steps) {
  return steps.find((step) => !step.done);
}
