import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { say } from '../components/toasts.js';
import { count } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('stripe/payload');

/** Processes all events of a filter again, a part after the other. The page hears `replayed`. */
class ReplayAll extends LitElement {
  static properties = { mode: {}, state: {} };

  createRenderRoot() {
    return this;
  }

  async #replay() {
    const filter = new URLSearchParams({ mode: this.mode, ...(this.state ? { state: this.state } : {}) });
    let done = 0;
    let next = null;
    do {
      const answer = await call('POST', `/stripe/events/replay?${filter}${next ? `&startingAfter=${encodeURIComponent(next)}` : ''}`);
      done += answer.replayed;
      next = answer.next;
    } while (next);
    say(texts.replayed(count(done), done));
    this.dispatchEvent(new CustomEvent('replayed'));
  }

  #ask = () => confirm({ title: texts.replayTitle, text: texts.replayText, button: texts.replay, action: () => this.#replay() });

  render() {
    return session.is('member') ? html`<button class="button small" type="button" @click=${this.#ask}><span>${texts.replay}</span></button>` : nothing;
  }
}

customElements.define('c-stripe-replay-all', ReplayAll);
