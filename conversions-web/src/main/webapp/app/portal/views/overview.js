import { html, nothing } from 'lit';
import { icon } from '../../components/icons.js';
import { cardHead, empty, head, note } from '../../components/parts.js';
import { textsOf } from '../../texts.js';
import '../chart.js';
import { earningsCards } from '../earnings.js';
import '../link-card.js';
import { viewPath } from '../router.js';
import { termsList } from '../terms.js';
import { View } from '../view.js';

const texts = await textsOf('referrals/portal');
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** The periods that there are, each with the parts that it is drawn in. */
const INTERVALS = { '7d': 'day', '30d': 'day', '90d': 'week', '1y': 'month' };
const USUAL = '30d';

/** What a partner wants to know first: what was earned and when it comes, the link to share, what it brings, and the terms. */
class Overview extends View {
  #rows = undefined;
  #asked = null;

  async look(query) {
    this.#figures(Object.hasOwn(INTERVALS, query.get('interval') ?? '') ? query.get('interval') : USUAL);
    return this.portal.details();
  }

  /** The figures come by themselves: nothing waits for them. */
  async #figures(interval) {
    if (this.#asked === interval) {
      return;
    }
    this.#asked = interval;
    this.#rows = undefined;
    const rows = await this.portal.get(`/analytics?${new URLSearchParams({ groupBy: 'timeseries', interval, granularity: INTERVALS[interval], timezone: ZONE })}`).catch(() => null);
    if (this.#asked === interval) {
      this.#rows = rows;
      this.requestUpdate();
    }
  }

  shown({ partner, program, rewards, links, earnings, discountCodes }) {
    const { partnerId } = this.portal.current;
    return html`${head(texts.hello(partner.name), texts.lead(program.workspaceName))}
      <div class="stack wide">
        ${partner.status === 'approved' ? nothing : note('caution', html`<p>${texts.standing[partner.status] ?? texts.standing.other}</p>`)}
        ${earningsCards(earnings, program)}
        <section class="card" aria-label=${texts.yourLink}>${cardHead(texts.yourLink, nothing, html`<a class="button small" href=${viewPath(partnerId, 'links')}>${texts.allLinks}</a>`)}
          ${links?.default ? html`<c-link-card .link=${links.default}></c-link-card>` : empty('link', texts.noLink, texts.noLinkText, this.portal.writes ? html`<a class="button primary" href=${viewPath(partnerId, 'links', 'new=1')}>${icon('plus')}<span>${texts.makeLink}</span></a>` : nothing)}
          ${discountCodes?.length ? html`<h3>${texts.codes}</h3><ul class="plain stack tight">${discountCodes.map(({ code }) => html`<li><c-copy .text=${code} label=${code}></c-copy></li>`)}</ul>` : nothing}</section>
        <section class="card" aria-label=${texts.figures}>${cardHead(texts.figures, nothing, this.#interval())}
          ${this.#rows === null ? html`<p class="quiet">${texts.noFigures}</p>` : html`<c-portal-chart .rows=${this.#rows} currency=${program.saleCurrency} .granularity=${INTERVALS[this.#asked]} zone=${ZONE}></c-portal-chart>`}
          ${this.#rows?.every(({ clicks, sales }) => !clicks && !sales) ? html`<p class="quiet">${texts.nothingYet}</p>` : nothing}</section>
        <section class="card" aria-label=${texts.terms}>${cardHead(texts.terms, nothing, html`<a class="button small" href=${viewPath(partnerId, 'program')}>${texts.moreTerms}</a>`)}${termsList(rewards, program.saleCurrency)}</section>
      </div>`;
  }

  #interval() {
    const chosen = this.#asked;
    return html`<select class="input auto" aria-label=${texts.period} @change=${(event) => this.set({ interval: event.target.value })}>
      ${Object.keys(INTERVALS).map((value) => html`<option value=${value} ?selected=${value === chosen}>${texts.intervals[value]}</option>`)}</select>`;
  }
}

customElements.define('portal-overview', Overview);
