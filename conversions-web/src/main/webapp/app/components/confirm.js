import { html, LitElement } from 'lit';
import { submitting } from '../forms.js';
import { textsOf } from '../texts.js';
import './dialog.js';

const common = await textsOf('frame/common');

/** Asks before something that cannot be taken back. One of it stands in the shell. */
class Confirm extends LitElement {
  #question = null;

  createRenderRoot() {
    return this;
  }

  ask(question) {
    this.#question = question;
    this.requestUpdate();
  }

  #end() {
    this.#question = null;
    this.requestUpdate();
  }

  #confirmed = submitting(async () => {
    await this.#question.action();
    this.#end();
  });

  render() {
    const { title, text, button } = this.#question ?? {};
    return html`<c-dialog heading=${title ?? ''} .open=${Boolean(this.#question)} @closed=${() => this.#end()}>
      <form class="stack" novalidate @submit=${this.#confirmed}>
        <p>${text}</p><c-problem></c-problem>
        <div class="form-end right">
          <button class="button" type="button" data-first @click=${() => this.#end()}>${common.cancel}</button>
          <button class="button danger primary" type="submit">${button}</button>
        </div>
      </form></c-dialog>`;
  }
}

customElements.define('c-confirm', Confirm);

/**
 * @param {{title: string, text: string, button: string, action: () => Promise<void>}} question the text says what will
 *   happen, the button repeats the verb
 */
export function confirm(question) {
  document.querySelector('c-confirm').ask(question);
}
