import { html, nothing } from 'lit';
import '../../components/dialog.js';
import { icon } from '../../components/icons.js';
import { badge, cardHead, empty, head } from '../../components/parts.js';
import { say } from '../../components/toasts.js';
import { submitting } from '../../forms.js';
import { count, day, money } from '../../format.js';
import { FIGURES, lastDayOf, SUBMISSION_TONES } from '../../partners/bounty-state.js';
import { textsOf } from '../../texts.js';
import { View } from '../view.js';

const texts = await textsOf('portal/portal-bounties');
const common = await textsOf('frame/common');

/** What the partner can earn beside sales, and what has become of what was handed in. */
class Bounties extends View {
  /** The bounty that something is handed in for. */
  #for = null;

  async look() {
    const [rows, details] = await Promise.all([this.portal.get('/bounties'), this.portal.details()]);
    return { rows, currency: details.program.saleCurrency };
  }

  #open(bounty) {
    this.#for = bounty;
    this.requestUpdate();
  }

  #send = submitting(async ({ description, urls }) => {
    await this.portal.send('POST', `/bounties/${this.#for.id}/submissions`, { description: description || undefined, urls: urls.split(/\s+/).filter(Boolean) });
    say(texts.handedIn);
    this.#open(null);
    await this.reload();
  });

  shown({ rows }) {
    const open = rows.filter((bounty) => bounty.open);
    const others = rows.filter((bounty) => !bounty.open);
    return html`${head(texts.title, texts.lead)}
      <div class="stack wide">${rows.length ? nothing : html`<section class="card">${empty('bookmark', texts.none, texts.noneText)}</section>`}
        ${open.map((bounty) => this.#card(bounty))}
        ${others.length ? html`<h2>${texts.over}</h2>${others.map((bounty) => this.#card(bounty))}` : nothing}</div>
      ${this.#dialog()}`;
  }

  #card(bounty) {
    const { name, description, rewardAmount, currency, endsAt, left, type, submissions } = bounty;
    const until = endsAt && bounty.open ? texts.until(day(`${lastDayOf(endsAt)}T12:00:00`)) : null;
    return html`<section class="card" aria-label=${name}>
      ${cardHead(name, [rewardAmount === null ? texts.saidLater : texts.pays(money(rewardAmount, currency)), this.#earnedBy(bounty), until].filter(Boolean).join(' '), left && this.portal.writes
    ? html`<button class="button primary" type="button" aria-label=${texts.handInFor(name)} @click=${() => this.#open(bounty)}>${icon('plus')}<span>${texts.handIn}</span></button>` : nothing)}
      ${description ? html`<p class="answer">${description}</p>` : nothing}
      ${submissions.length ? html`<ul class="plain stack tight" aria-label=${texts.yours}>${submissions.map((one) => this.#submission(bounty, one))}</ul>`
    : bounty.open && type === 'performance' ? html`<p class="small quiet">${texts.counted}</p>` : nothing}</section>`;
  }

  #earnedBy({ type, attribute, value, scope, maxSubmissions }) {
    return type === 'submission' ? maxSubmissions > 1 ? texts.upTo(maxSubmissions) : null : texts.byFigure(this.#write(attribute, value), attribute, scope);
  }

  #write(attribute, number) {
    return FIGURES[attribute] === 'money' ? money(number, this.found.currency) : count(number);
  }

  #submission({ attribute, value }, { status, description, urls, performanceCount, createdAt, rejectionReason, rejectionNote }) {
    return html`<li class="reasons">${badge(SUBMISSION_TONES[status], texts.statuses[status])}
      ${performanceCount === null ? html`<span class="answer">${[description, ...(urls ?? [])].filter(Boolean).join('\n')}</span><span class="small quiet"><time datetime=${createdAt}>${day(createdAt)}</time></span>`
    : html`<span>${texts.reached(this.#write(attribute, performanceCount), this.#write(attribute, value))}</span>`}
      ${rejectionReason ? html`<span class="small">${[texts.rejections[rejectionReason], rejectionNote].filter(Boolean).join(' ')}</span>` : nothing}</li>`;
  }

  #dialog() {
    const bounty = this.#for;
    return html`<c-dialog heading=${bounty?.name ?? ''} .open=${Boolean(bounty)} @closed=${() => this.#open(null)}>
      ${bounty ? html`<form class="stack" novalidate @submit=${this.#send}><p>${texts.handInText}</p>
        <c-field name="description" label=${texts.what} rows="4"></c-field>
        <c-field name="urls" label=${texts.urls} hint=${texts.urlsHint} look="mono" rows="2" placeholder="https://"></c-field><c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#open(null)}>${common.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.handIn}</span></button></div></form>` : nothing}</c-dialog>`;
  }
}

customElements.define('portal-bounties', Bounties);
