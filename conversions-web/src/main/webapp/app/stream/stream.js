import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../components/icons.js';
import { country } from '../components/places.js';
import { money, moment } from '../format.js';
import { relative } from '../relative.js';
import { withMode } from '../mode.js';
import { textsOf } from '../texts.js';
import { Feed } from './feed.js';
import { isShown, KINDS, withArrived } from './rows.js';

const texts = await textsOf('overview/stream');

const RECENT = 50;
const SIGNS = { click: 'link', lead: 'userplus', sale: 'card', refund: 'refund', commission: 'handshake', churn: 'logout', more: 'link' };
const COLUMNS = ['link', 'customer', 'country', 'partner', 'amount', 'time'];
const STORED = 'conversions-stream';
const TICK_MILLIS = 10_000;

/**
 * What happens, as it happens: clicks, leads, sales, refunds, commissions and cancellations. While the pointer or the focus is
 * in the list, it stands still and says how many wait.
 */
class Stream extends LitElement {
  static properties = { mode: {} };

  #feed = null;
  #rows = [];
  #waiting = [];
  /** Null before the first connection. */
  #open = null;
  #held = false;
  #paused = false;
  #shown = stored();
  #ticks = null;
  #batch = null;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ticks = setInterval(() => this.requestUpdate(), TICK_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#feed?.close();
    this.#feed = null;
    clearInterval(this.#ticks);
  }

  willUpdate(changed) {
    if (changed.has('mode') || !this.#feed) {
      this.#feed?.close();
      this.#rows = [];
      this.#waiting = [];
      this.#feed = new Feed(this.mode, {
        row: (kind, row) => this.#arrived({ ...row, kind }),
        state: (open) => { this.#open = open; this.requestUpdate(); },
        reset: () => { this.#rows = []; this.requestUpdate(); },
      }, RECENT);
    }
  }

  /** Rows that come together are shown together. */
  #arrived(row) {
    this.#waiting.push(row);
    this.#batch ??= requestAnimationFrame(() => {
      this.#batch = null;
      if (!this.#standsStill) {
        this.#takeIn();
      }
      this.requestUpdate();
    });
  }

  get #standsStill() {
    return this.#held || this.#paused;
  }

  #takeIn() {
    this.#rows = withArrived(this.#rows, this.#waiting);
    this.#waiting = [];
  }

  #hold(held) {
    this.#held = held;
    if (!this.#standsStill) {
      this.#takeIn();
    }
    this.requestUpdate();
  }

  #pause() {
    this.#paused = !this.#paused;
    this.#hold(this.#held && this.#paused);
  }

  #show(set, name, on) {
    const names = new Set(this.#shown[set]);
    if (on) {
      names.add(name);
    } else {
      names.delete(name);
    }
    this.#shown = { ...this.#shown, [set]: [...names] };
    store(this.#shown);
    this.requestUpdate();
  }

  render() {
    const kinds = new Set(this.#shown.kinds);
    const rows = this.#rows.filter((row) => isShown(row, kinds));
    const waiting = this.#waiting.filter((row) => isShown(row, kinds)).length;
    return html`<section class="card flush stream" aria-label=${texts.title}>
      <div class="card-head"><h2 class="row">${texts.title}<span class="pulse ${this.#open === false ? 'off' : ''}" aria-hidden="true"></span><span class="unseen">${this.#open ? texts.connected : nothing}</span></h2>
        <div class="row tools">${this.#open !== false ? nothing : html`<span class="small quiet" role="status">${texts.reconnecting}</span>`}
          <button class="button bare small square" type="button" aria-pressed=${this.#paused} aria-label=${this.#paused ? texts.goOn : texts.pause} title=${this.#paused ? texts.goOn : texts.pause} @click=${this.#pause}>${icon(this.#paused ? 'play' : 'pause')}</button>
          ${this.#choices('kinds', texts.kindsLabel, 'filter', KINDS, texts.kinds)}
          ${this.#choices('columns', texts.columnsLabel, 'columns', COLUMNS, texts.columns)}</div></div>
      <p class="waiting small" aria-live="polite">${this.#standsStill && waiting ? texts.waiting(waiting) : html`&nbsp;`}</p>
      <ol class="plain" tabindex="0" aria-label=${texts.title} @pointerenter=${() => this.#hold(true)} @pointerleave=${() => this.#hold(false)}
        @focusin=${() => this.#hold(true)} @focusout=${() => this.#hold(false)}>
        ${rows.length ? repeat(rows, ({ kind, id }) => `${kind} ${id}`, (row) => this.#row(row)) : html`<li class="none quiet">${texts.nothing}</li>`}
      </ol></section>`;
  }

  #choices(set, label, sign, names, said) {
    return html`<c-menu class="icon-only" label=${label} .face=${icon(sign)} .items=${html`<fieldset class="choices"><legend class="small quiet">${label}</legend>${names.map((name) => html`
      <label class="check"><input type="checkbox" .checked=${this.#shown[set].includes(name)} @change=${(event) => this.#show(set, name, event.target.checked)}><span>${said[name]}</span></label>`)}</fieldset>`}></c-menu>`;
  }

  #row(row) {
    if (row.kind === 'more') {
      return html`<li class="quiet small more">${texts.more(row.count)}</li>`;
    }
    const has = (column) => this.#shown.columns.includes(column);
    return html`<li class="kind-${row.kind}"><span class="sign" aria-hidden="true">${icon(SIGNS[row.kind])}</span>
      <span class="what"><span><b>${texts.kind[row.kind]}</b> ${has('customer') && row.customer ? html`<a href=${withMode(`/app/customers/${row.customer.id}`, this.mode)}>${row.customer.name ?? row.customer.email ?? row.customer.externalId}</a>` : nothing}</span>
        <span class="small quiet">${[
          has('link') && row.link ? html`<a href=${withMode(`/app/?linkId=${row.link.id}`, this.mode)}>${row.link.domain}/${row.link.key}</a>` : null,
          has('country') && row.country ? country(row.country) : null,
          has('partner') && row.partner ? row.partner.name : null,
        ].filter(Boolean).map((part, index) => html`${index ? ' · ' : ''}${part}`)}</span></span>
      <span class="end">${has('amount') && row.amount !== undefined && row.amount !== null ? html`<b class="number">${money(row.amount, row.currency)}</b>` : nothing}
        ${has('time') ? html`<time class="small quiet" datetime=${row.at} title=${moment(row.at)}>${relative(row.at)}</time>` : nothing}</span></li>`;
  }
}

function stored() {
  const all = { kinds: KINDS, columns: COLUMNS };
  try {
    return { ...all, ...JSON.parse(localStorage.getItem(STORED) ?? '{}') };
  } catch {
    return all;
  }
}

function store(shown) {
  try {
    localStorage.setItem(STORED, JSON.stringify(shown));
  } catch {
    // It holds until the page is left.
  }
}

customElements.define('c-stream', Stream);
