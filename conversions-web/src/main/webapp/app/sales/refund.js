import { html, LitElement, nothing } from 'lit';
import { minorOf } from '../amount.js';
import { call } from '../api.js';
import '../components/dialog.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('money/sales');

/** Notes a refund of a sale that the API reported. The page hears `refunded` and `closed`. */
class Refund extends LitElement {
  static properties = { sale: { attribute: false }, open: { type: Boolean } };

  /** Sent once, however often the button is pressed. */
  #key = '';

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('open') && this.open) {
      this.#key = crypto.randomUUID();
    }
  }

  #send = submitting(async ({ amount, refundId }, form) => {
    const minor = amount ? minorOf(amount, this.sale.countedCurrency) : undefined;
    if (minor === null || minor === 0) {
      form.querySelector('c-field').complain(texts.amountWrong);
      return;
    }
    await call('POST', `/sales/${this.sale.id}/refunds`, { amount: minor, refundId: refundId || undefined }, { 'Idempotency-Key': this.#key });
    say(texts.refunded);
    this.#close();
    this.dispatchEvent(new CustomEvent('refunded'));
  });

  #close() {
    this.dispatchEvent(new CustomEvent('closed'));
  }

  render() {
    return html`<c-dialog heading=${texts.refundTitle} .open=${this.open} @closed=${this.#close}>
      ${this.open ? html`<form class="stack" novalidate @submit=${this.#send}>
        <p>${texts.refundText}</p>
        <c-field name="amount" label=${texts.amount(this.sale.countedCurrency.toUpperCase())} hint=${texts.amountHint} inputmode="decimal"></c-field>
        <c-field name="refundId" label=${texts.refundId} hint=${texts.refundIdHint} look="mono"></c-field>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${this.#close}>${texts.cancel}</button>
          <button class="button danger primary" type="submit"><span>${texts.refund}</span></button></div>
      </form>` : nothing}</c-dialog>`;
  }
}

customElements.define('c-refund', Refund);
