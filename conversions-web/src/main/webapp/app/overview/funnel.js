import { html, svg } from 'lit';
import { count, decimal, money, percent } from '../format.js';
import { textsOf } from '../texts.js';
import { funnelSteps, HEIGHT } from './funnel-steps.js';

const texts = await textsOf('overview/overview');

const STEPS = ['clicks', 'leads', 'sales'];
const STEP_WIDTH = 300;
/**
 * How many of the clicks became leads, and sales.
 *
 * @param {{now: object, currency: string, money: boolean, firstOnly: boolean, choose: (firstOnly: boolean) => void}} shown
 */
export function funnel({ now, currency, money: withMoney, firstOnly, choose }) {
  const values = STEPS.map((step) => now[step]);
  const steps = funnelSteps(values);
  return html`<div class="funnel">
    <svg viewBox="0 0 ${STEP_WIDTH * STEPS.length} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${steps.map((step, index) => {
      const next = steps[index + 1] ?? step;
      const [left, right] = [index * STEP_WIDTH, (index + 1) * STEP_WIDTH];
      const middle = left + STEP_WIDTH * 0.6;
      return svg`<path class="step-${index}" d="M${left} ${step.top} L${middle} ${step.top} C${right - 40} ${step.top} ${right - 60} ${next.top} ${right} ${next.top} L${right} ${next.top + next.height} C${right - 60} ${next.top + next.height} ${right - 40} ${step.top + step.height} ${middle} ${step.top + step.height} L${left} ${step.top + step.height} Z"></path>`;
    })}</svg>
    <ol class="plain">${STEPS.map((name, index) => html`<li>
      <span class="name">${texts.figure[name]}</span>
      <b class="value">${count(values[index])}</b>
      <span class="quiet small">${index === 0 ? html`&nbsp;` : steps[index].kept > 1 ? texts.each(texts.figure[STEPS[index - 1]], decimal(steps[index].kept)) : texts.keptAndDropped(percent(steps[index].kept), percent(steps[index].dropped))}</span>
      <span class="small">${name === 'sales' && withMoney ? html`${money(now.saleAmount, currency)} <span class="quiet">${texts.net}</span>` : html`&nbsp;`}</span>
    </li>`)}</ol>
    <label class="check small"><input type="checkbox" .checked=${firstOnly} @change=${(event) => choose(event.target.checked)}><span>${texts.firstOnly}</span></label>
  </div>`;
}
