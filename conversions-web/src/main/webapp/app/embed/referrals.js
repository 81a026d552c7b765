import { html, LitElement, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../components/copy.js';
import { icon } from '../components/icons.js';
import { badge, empty, table } from '../components/parts.js';
import '../components/toasts.js';
import { count, day, money } from '../format.js';
import { earningsCards } from '../portal/earnings.js';
import { bare, qrOf } from '../portal/address.js';
import { termsList } from '../portal/terms.js';
import { kindOf, longDay, reasonsOf, statusOf, TONES } from '../portal/written.js';
import { textsOf } from '../texts.js';
import { dress, load, tell, tellHeight } from './frame.js';

const texts = await textsOf('referrals/embed');
const PAYOUT_TONES = { pending: 'info', processing: 'info', completed: 'positive', failed: 'negative', canceled: '' };

/** All that a partner sees in a page of the merchant: the link to share, what it brought, what is paid and when. */
class PartnerReferrals extends LitElement {
  static properties = { tab: { state: true } };

  #answer = null;
  /** Undefined until it was asked for. */
  #places = undefined;
  #error = null;

  constructor() {
    super();
    this.tab = 'start';
  }

  createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    const { answer, error } = await load();
    this.#answer = answer ?? null;
    this.#error = error ?? null;
    if (error) {
      tell('ERROR', error);
    }
    this.requestUpdate();
    await this.updateComplete;
    this.removeAttribute('aria-busy');
    tellHeight();
  }

  render() {
    if (this.#error) {
      return html`<div role="alert">${empty('alert', texts.problem, this.#error.code === 'unauthorized' ? texts.ended : texts.again)}</div>`;
    }
    const answer = this.#answer;
    return answer ? html`<h1 class="unseen">${texts.title(answer.options.programName)}</h1>
      <nav class="tabs" aria-label=${texts.parts}>${this.#tabs(answer).map((tab) => html`
        <button type="button" aria-current=${ifDefined(tab === this.tab ? 'page' : undefined)} @click=${() => this.#open(tab)}>${texts.tabs[tab]}</button>`)}</nav>
      ${this.#part(answer)}${this.#foot(answer)}<c-toasts></c-toasts>` : html`<div class="stack wide"><span class="skeleton block"></span><span class="skeleton block"></span></div>`;
  }

  async #open(tab) {
    this.tab = tab;
    await this.updateComplete;
    this.querySelector('.tabs [aria-current]').scrollIntoView({ inline: 'nearest', block: 'nearest' });
    if (tab === 'leaderboard' && this.#places === undefined) {
      this.#places = null;
      load('/leaderboard').then(({ answer }) => {
        this.#places = answer ?? [];
        this.requestUpdate();
      });
    }
  }

  #tabs({ options }) {
    return ['start', 'links', ...(options.hideEarnings ? [] : ['earnings']), ...(options.hidePayouts ? [] : ['payouts']), ...(options.leaderboard ? ['leaderboard'] : []), ...(options.faq.length ? ['faq'] : [])];
  }

  #part(answer) {
    switch (this.tab) {
      case 'links': return this.#links(answer);
      case 'earnings': return this.#earnings(answer);
      case 'payouts': return this.#payouts(answer);
      case 'leaderboard': return this.#leaderboard(answer);
      case 'faq': return this.#faq(answer);
      default: return this.#start(answer);
    }
  }

  #start({ links, totals, balances, rewards, options }) {
    const [link] = links;
    return html`<div class="stack wide">
      <section class="stack tight" aria-label=${texts.share}><h2>${texts.share}</h2>
        ${link ? html`<div class="share-row"><div class="grow stack tight"><c-copy class="share-link" .text=${link.shortLink} label=${texts.yourLink}></c-copy>
            <p class="small quiet">${texts.how}</p></div>
          <img class="qr-small" src=${qrOf(link)} width="112" height="112" alt=${texts.qrOf(bare(link.shortLink))}></div>` : html`<p class="quiet">${texts.noLink}</p>`}</section>
      <section class="figures plainly" aria-label=${texts.results}>${['clicks', 'leads', 'sales'].map((name) => html`
        <div class="figure"><span>${texts.figures[name]}</span><b data-figure=${name}>${count(totals[name])}</b></div>`)}</section>
      ${options.hideEarnings ? nothing : earningsCards(balances, { currency: options.currency }, !options.hidePayouts)}
      <section class="stack tight" aria-label=${texts.terms}><h2>${texts.terms}</h2>${termsList(rewards, options.currency)}</section></div>`;
  }

  #links({ links, options }) {
    return links.length ? html`<section class="card flush" aria-label=${texts.tabs.links}>${table(texts.tabs.links, [
      { label: texts.columns.link, cell: ({ shortLink, url }) => html`<c-copy class="cell-title" .text=${shortLink} label=${bare(shortLink)}></c-copy><div class="quiet small address">${url}</div>` },
      ...['clicks', 'leads', 'sales'].map((name) => ({ label: texts.figures[name], end: true, cell: (link) => count(link[name]) })),
      { label: texts.columns.revenue, end: true, cell: ({ saleAmount }) => money(saleAmount, options.currency) },
    ], links)}</section>` : empty('link', texts.noLink, texts.noLinkText);
  }

  #earnings({ commissions, balances, options }) {
    return html`<div class="stack wide">${earningsCards(balances, { currency: options.currency }, !options.hidePayouts)}
      ${commissions.length ? html`<section class="card flush" aria-label=${texts.latest}>${table(texts.latest, [
    { label: texts.columns.earned, cell: (row) => html`<span class="cell-title">${money(row.earnings, row.currency)}</span><div class="quiet small">${kindOf(row)}</div>` },
    { label: texts.columns.status, cell: (row) => html`<div class="reasons">${badge(TONES[row.status], statusOf(row))}${reasonsOf(row).map((sentence) => html`<span class="small quiet">${sentence}</span>`)}</div>` },
    { label: texts.columns.at, end: true, cell: ({ createdAt }) => html`<time class="nowrap" datetime=${createdAt}>${longDay(createdAt)}</time>` },
  ], commissions)}</section>` : empty('handshake', texts.nothingEarned, texts.nothingEarnedText)}</div>`;
  }

  #payouts({ payouts }) {
    return payouts.length ? html`<section class="card flush" aria-label=${texts.tabs.payouts}>${table(texts.tabs.payouts, [
    { label: texts.columns.amount, cell: ({ amount, currency }) => html`<span class="cell-title">${money(amount, currency)}</span>` },
    { label: texts.columns.status, cell: ({ status, failureReason }) => html`<div class="reasons">${badge(PAYOUT_TONES[status], texts.payoutStatuses[status] ?? status)}${failureReason ? html`<span class="small quiet">${failureReason}</span>` : nothing}</div>` },
    { label: texts.columns.at, end: true, cell: ({ paidAt, createdAt }) => html`<time class="nowrap" datetime=${paidAt ?? createdAt}>${day(paidAt ?? createdAt)}</time>` },
  ], payouts)}</section>` : empty('card', texts.noPayouts, texts.noPayoutsText);
  }

  #leaderboard({ options }) {
    return !this.#places ? html`<span class="skeleton block"></span>` : html`<section class="card flush" aria-label=${texts.tabs.leaderboard}>${table(texts.tabs.leaderboard, [
      { label: texts.columns.place, cell: ({ rank, name, you }) => html`<span class="cell-title">${rank}. ${name}</span> ${you ? badge('accent', texts.you) : nothing}` },
      ...(options.hideEarnings ? [] : [{ label: texts.columns.earned, end: true, cell: ({ earnings, currency }) => money(earnings, currency) }]),
    ], this.#places)}</section>`;
  }

  #faq({ options }) {
    return html`<div class="faq">${options.faq.map(({ question, answer }) => html`<details><summary>${question}</summary><p>${answer}</p></details>`)}</div>`;
  }

  #foot({ options }) {
    return html`<footer class="row apart small quiet"><span class="row">
        ${options.termsUrl ? html`<a href=${options.termsUrl} target="_blank" rel="noreferrer">${texts.termsPage}</a>` : nothing}
        ${options.helpUrl ? html`<a href=${options.helpUrl} target="_blank" rel="noreferrer">${texts.help}</a>` : nothing}
        ${options.supportEmail ? html`<a href="mailto:${options.supportEmail}">${options.supportEmail}</a>` : nothing}</span>
      ${!options.poweredByBadge ? nothing : html`<span class="powered">${icon('handshake')}${texts.powered}</span>`}</footer>`;
  }
}

dress();
customElements.define('partner-referrals', PartnerReferrals);
