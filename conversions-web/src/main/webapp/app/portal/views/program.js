import { html, nothing } from 'lit';
import { cardHead, head } from '../../components/parts.js';
import { money } from '../../format.js';
import { textsOf } from '../../texts.js';
import { termsList } from '../terms.js';
import { View } from '../view.js';

const texts = await textsOf('portal/portal-program');

/** What the program pays and when, where its terms are, and who helps. */
class Program extends View {
  async look() {
    return this.portal.details();
  }

  shown({ partner, program, rewards }) {
    const { holdingPeriodDays } = partner.group ?? {};
    return html`${head(program.name, texts.lead)}
      <div class="stack wide">
        <section class="card" aria-label=${texts.pays}>${cardHead(texts.pays)}${termsList(rewards, program.saleCurrency)}</section>
        <section class="card" aria-label=${texts.when}>${cardHead(texts.when)}
          <ol class="stack tight numbered">${[texts.first, holdingPeriodDays === 0 ? texts.noHolding : holdingPeriodDays ? texts.holding(holdingPeriodDays) : texts.someHolding,
    texts.minimum(money(program.minPayoutAmount, program.currency)), texts.back].map((sentence) => html`<li>${sentence}</li>`)}</ol></section>
        <section class="card" aria-label=${texts.help}>${cardHead(texts.help)}
          <ul class="plain stack tight">
            ${program.termsUrl ? html`<li><a href=${program.termsUrl} target="_blank" rel="noreferrer">${texts.terms}</a></li>` : nothing}
            ${program.helpUrl ? html`<li><a href=${program.helpUrl} target="_blank" rel="noreferrer">${texts.helpPage}</a></li>` : nothing}
            ${program.supportEmail ? html`<li>${texts.write} <a href="mailto:${program.supportEmail}">${program.supportEmail}</a></li>` : nothing}
            ${program.termsUrl || program.helpUrl || program.supportEmail ? nothing : html`<li class="quiet">${texts.noHelp}</li>`}</ul></section>
      </div>`;
  }
}

customElements.define('portal-program', Program);
