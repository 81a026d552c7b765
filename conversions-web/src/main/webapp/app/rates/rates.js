import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { digitsOf, majorOf, minorOf } from '../amount.js';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { icon } from '../components/icons.js';
import { AddressedPage, parameters } from '../components/listing.js';
import { badge, cardHead, empty, note, table } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { doing } from '../forms.js';
import { money } from '../format.js';
import { language, locale } from '../language.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { converted, originOf, rowsOf, worth } from './convert.js';
import './set-rate.js';

const texts = await textsOf('settings/rates');
const names = new Intl.DisplayNames(language, { type: 'currency' });
const POINT = (1.5).toLocaleString(locale).charAt(1);
const USUAL = ['EUR', 'USD', 'GBP'];

/** The exchange rates that hold on a day, what an amount becomes at them, and the rates that the workspace sets for itself. */
class Rates extends AddressedPage {
  #answer = null;
  #setting = false;

  async look(query) {
    const day = query.get('day') ?? '';
    if (this.#answer?.day !== day) {
      this.#answer = { day, ...await call('GET', `/exchange-rates?${parameters({ day })}`) };
    }
    return this.#answer;
  }

  async #again() {
    this.#answer = null;
    await this.reload();
  }

  get #day() {
    return this.query.get('day') || today();
  }

  shown(answer) {
    return html`<div class="stack wide">${this.#old(answer)}${this.#held(answer)}${this.#converter(answer)}${this.#list(answer)}</div>
      <c-set-rate .open=${this.#setting} .answer=${answer} day=${this.#day} @set=${() => this.#again()}
        @closed=${() => { this.#setting = false; this.requestUpdate(); }}></c-set-rate>`;
  }

  #old({ stale, asOf, ageDays, day }) {
    if (!asOf) {
      return note('caution', html`<p><b>${texts.none}</b></p><p>${texts.noneText}</p>`);
    }
    return stale ? note('caution', html`<p><b>${day ? texts.oldThen(ageDays) : texts.old(ageDays)}</b></p>
      <p>${texts.oldText}</p>${day ? nothing : html`<p>${texts.oldRemedy}</p>`}`) : nothing;
  }

  #held({ held }) {
    return held.map(({ currency, rate, asOf, current, changePercent }) => note('caution', html`
      <p><b>${texts.held(currency, shownDay(asOf), (changePercent / 100).toLocaleString(locale, { style: 'percent', signDisplay: 'always', maximumFractionDigits: 1 }))}</b></p>
      <p>${texts.heldText(currency, digits(Number(rate)), digits(Number(current)))}</p>
      ${session.is('member') ? html`<div><button class="button small" type="button" @click=${doing(() => this.#use(currency, rate, asOf))}><span>${texts.useIt}</span></button></div>` : nothing}`));
  }

  async #use(currency, rate, asOf) {
    await call('PUT', '/exchange-rates', { base: 'USD', asOf, rates: { [currency]: rate }, confirm: true });
    say(texts.set(currency));
    await this.#again();
  }

  #converter({ rates, origins, currency }) {
    const to = currency.toUpperCase();
    const from = this.query.get('from') ?? USUAL.find((code) => code !== to);
    const text = this.query.get('amount') ?? majorOf(10 ** (2 + digitsOf(from)), from).replace('.', POINT);
    const minor = minorOf(text, from);
    const result = minor === null ? null : converted(minor, from, to, rates);
    const origin = originOf(from, to, origins);
    return html`<section class="card" aria-labelledby="converter"><div class="card-head"><div><h2 id="converter">${texts.converter}</h2><p>${texts.converterText}</p></div></div>
      <div class="rate-fields">
        <label><span class="label">${texts.amount}</span><input class="input number" inputmode="decimal" maxlength="16" .value=${live(text)} aria-invalid=${minor === null ? 'true' : 'false'}
          @input=${(event) => this.typed({ amount: event.target.value.trim() })}></label>
        <label><span class="label">${texts.currency}</span><select class="input" @change=${(event) => this.set({ from: event.target.value })}>
          ${[...new Set([from, ...Object.keys(rates)])].sort().map((code) => html`<option value=${code} ?selected=${code === from}>${code} – ${nameOf(code)}</option>`)}</select></label>
        <label><span class="label">${texts.day}</span><input class="input" type="date" min="2000-01-01" max=${today()} .value=${live(this.#day)}
          @change=${(event) => this.set({ day: event.target.validity.valid && event.target.value !== today() ? event.target.value : '' })}></label>
      </div>
      <output class="rate-result" aria-live="polite">${result === null ? html`<span class="quiet">${minor === null ? texts.amountWrong : texts.noRate(from)}</span>`
    : html`<span class="quiet">${money(minor, from)} =</span> <b>${money(result, currency)}</b>
        ${origin ? html`<span class="small quiet">${texts.atRate(`1 ${from} = ${digits(worth(from, to, rates))} ${to}`, shownDay(origin.asOf), origin.sources.map((one) => texts.sources[one] ?? one))}</span>` : nothing}`}</output></section>`;
  }

  #list(answer) {
    const { asOf, ageDays, source, currency } = answer;
    const base = currency.toUpperCase();
    const rows = rowsOf(answer, this.query.get('search') ?? '', nameOf);
    return html`<section class="card flush listing" aria-label=${texts.title}>
      ${cardHead(texts.inForce(shownDay(this.#day)), asOf ? texts.newest(shownDay(asOf), ageDays, texts.sources[source] ?? source) : nothing,
    session.is('member') ? html`<button class="button" type="button" @click=${() => { this.#setting = true; this.requestUpdate(); }}>${icon('plus')}<span>${texts.setRate}</span></button>` : nothing)}
      <div class="filterbar" role="search">${this.searchField(texts.search)}</div>
      ${rows.length ? table(texts.title, [
    { label: texts.currency, cell: ({ code, name, own }) => html`<div><span class="cell-title">${code}</span> ${own ? badge('accent', texts.own) : nothing}<div class="quiet small">${name}</div></div>` },
    { label: texts.inBase(base), end: true, cell: ({ inBase }) => digits(inBase) },
    { label: texts.ofBase(base), end: true, cell: ({ ofBase }) => digits(ofBase) },
    { label: texts.from, cell: (row) => (row.asOf ? html`<div><span class="nowrap">${shownDay(row.asOf)}</span><div class="quiet small">${texts.sources[row.source] ?? row.source}</div></div>` : nothing) },
    { label: texts.actions, actions: true, cell: ({ code, own }) => (own && session.is('member') ? html`<button class="button small" type="button" @click=${() => this.#giveUp(code)}>${texts.giveUp}</button>` : nothing) },
  ], rows) : asOf ? empty('search', texts.noMatch, texts.noMatchText) : empty('swap', texts.none, texts.noneText)}</section>`;
  }

  #giveUp(code) {
    confirm({
      title: texts.giveUpAsked(code),
      text: texts.giveUpText(code),
      button: texts.giveUp,
      action: async () => {
        await call('DELETE', `/exchange-rates/${code}`);
        say(texts.givenUp(code));
        await this.#again();
      },
    });
  }
}

/** @returns {string} the day in UTC, as rates have it */
function today() {
  return new Date().toISOString().slice(0, 10);
}

function shownDay(day) {
  return new Date(day).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

function digits(rate) {
  return rate === null ? '–' : rate.toLocaleString(locale, { minimumSignificantDigits: 5, maximumSignificantDigits: 5 });
}

function nameOf(code) {
  return names.of(code);
}

customElements.define('c-rates', Rates);
