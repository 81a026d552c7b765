import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import '../components/dialog.js';
import { note } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { language, locale } from '../language.js';
import { textsOf } from '../texts.js';
import { rateOf, worth } from './convert.js';

const texts = await textsOf('settings/rates');
const common = await textsOf('frame/common');
const names = new Intl.DisplayNames(language, { type: 'currency' });

/** Sets the workspace's own rate of a currency on a day. The page hears `set` and `closed`. */
class SetRate extends LitElement {
  static properties = { open: { type: Boolean }, answer: { attribute: false }, day: {} };

  #currency = null;
  #rate = null;
  /** The rate that the server holds back because it jumps, until it is confirmed or changed. */
  #held = null;

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('open')) {
      this.#currency = null;
      this.#rate = null;
      this.#held = null;
    }
  }

  get #codes() {
    return [...new Set([...Object.keys(this.answer.rates), ...Intl.supportedValuesOf('currency')])].filter((code) => code !== 'USD').sort();
  }

  #send = submitting(async ({ currency, asOf, rate: typed }, form) => {
    const rate = rateOf(typed);
    if (!rate) {
      form.querySelector('c-field[name=rate]').complain(texts.rateWrong);
      return;
    }
    const { held } = await call('PUT', '/exchange-rates', { base: 'USD', asOf, rates: { [currency]: rate }, confirm: Boolean(this.#held) });
    this.#held = held.find((one) => one.currency === currency && one.asOf === asOf) ?? null;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('set'));
    if (!this.#held) {
      say(texts.set(currency));
      this.#close();
    }
  });

  #close() {
    this.dispatchEvent(new CustomEvent('closed'));
  }

  /** What changes is another rate, which no one has confirmed. */
  #changed(event) {
    const form = event.currentTarget;
    this.#currency = form.querySelector('[name=currency].input').value;
    this.#rate = rateOf(form.querySelector('[name=rate].input').value);
    this.#held = null;
    this.requestUpdate();
  }

  #hint() {
    const { rates, currency } = this.answer;
    const base = currency.toUpperCase();
    const code = this.#currency ?? this.#first;
    const said = this.#rate && code !== base ? worth(code, base, { ...rates, [code]: this.#rate }) : null;
    return said ? texts.rateMeans(code, said.toLocaleString(locale, { maximumSignificantDigits: 5 }), base) : texts.rateHint;
  }

  get #first() {
    const base = this.answer.currency.toUpperCase();
    return ['EUR', 'GBP'].find((code) => code !== base);
  }

  render() {
    return html`<c-dialog heading=${texts.setRate} .open=${this.open} @closed=${this.#close}>
      ${this.open ? html`<form class="stack" novalidate @submit=${this.#send} @input=${this.#changed}>
        <p>${texts.setText}</p>
        <div class="fields two">
          <c-choice name="currency" label=${texts.currency} .value=${this.#currency ?? this.#first}
            .options=${this.#codes.map((value) => ({ value, text: `${value} – ${names.of(value)}` }))}></c-choice>
          <c-field name="asOf" label=${texts.day} type="date" .value=${this.day} required></c-field></div>
        <c-field name="rate" label=${texts.rate(this.#currency ?? this.#first)} hint=${this.#hint()} inputmode="decimal" maxlength="30" required></c-field>
        <p class="small quiet">${texts.setThen}</p>
        ${this.#held ? note('caution', html`<p>${texts.jumps((this.#held.changePercent / 100).toLocaleString(locale, { style: 'percent', signDisplay: 'always', maximumFractionDigits: 1 }))}</p>`) : nothing}
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${this.#close}>${common.cancel}</button>
          <button class="button primary" type="submit"><span>${this.#held ? texts.useIt : texts.setIt}</span></button></div>
      </form>` : nothing}</c-dialog>`;
  }
}

customElements.define('c-set-rate', SetRate);
