import { html, LitElement, nothing } from 'lit';
import '../components/dialog.js';
import { save } from '../components/save.js';
import { busy } from '../forms.js';
import { textsOf } from '../texts.js';
import { LEVELS, pictureAddress, SIZES, weak } from './qr-address.js';
import { bare } from './state.js';

const texts = (await textsOf('links/links')).qrDialog;
const PLAIN = { size: 600, level: 'M', margin: 2, fgColor: '#000000', bgColor: '#ffffff' };

/** The QR code of a link, as it is drawn by the server: looked at, coloured and downloaded. */
class LinkQr extends LitElement {
  static properties = { link: { attribute: false } };

  #look = PLAIN;

  createRenderRoot() {
    return this;
  }

  #set(change) {
    this.#look = { ...this.#look, ...change };
    this.requestUpdate();
  }

  #download(event, format) {
    return busy(event.currentTarget, async () => {
      const answer = await fetch(pictureAddress(this.link.shortLink, this.#look, format));
      if (!answer.ok) {
        throw new Error(texts.failed);
      }
      save(await answer.blob(), `qr-${this.link.key.replaceAll(/[^\w.-]+/g, '-')}.${format}`);
    });
  }

  render() {
    return html`<c-dialog wide heading=${this.link ? texts.title(bare(this.link.shortLink)) : ''} .open=${Boolean(this.link)}
      @closed=${() => this.dispatchEvent(new Event('closed'))}>${this.link ? this.#body() : nothing}</c-dialog>`;
  }

  #body() {
    const look = this.#look;
    return html`<div class="stack">
      <div class="fields two">
        <div class="code-picture"><img src=${pictureAddress(this.link.shortLink, look, 'svg')} width="208" height="208" alt=${texts.picture(bare(this.link.shortLink))}></div>
        <div class="stack">
          <c-choice name="size" label=${texts.size} value=${String(look.size)} .options=${SIZES.map((size) => ({ value: String(size), text: texts.pixels(size) }))}
            @change=${(event) => this.#set({ size: Number(event.target.value) })}></c-choice>
          <c-choice name="level" label=${texts.level} hint=${texts.levelHint} value=${look.level} .options=${LEVELS.map(([value, share]) => ({ value, text: texts.levels(share) }))}
            @change=${(event) => this.#set({ level: event.target.value })}></c-choice>
          <div class="colours">${this.#colour('fgColor', texts.dark)}${this.#colour('bgColor', texts.light)}</div>
          <c-choice name="margin" label=${texts.margin} value=${String(look.margin)} .options=${[0, 2, 4].map((margin) => ({ value: String(margin), text: texts.margins[margin] }))}
            @change=${(event) => this.#set({ margin: Number(event.target.value) })}></c-choice>
        </div>
      </div>
      ${weak(look) ? html`<p class="problem-text small" role="status">${texts.weak}</p>` : nothing}
      <p class="small quiet">${texts.counts}</p>
      <div class="form-end right">
        <button class="button" type="button" @click=${(event) => this.#download(event, 'svg')}><span>${texts.download('SVG')}</span></button>
        <button class="button primary" type="button" @click=${(event) => this.#download(event, 'png')}><span>${texts.download('PNG')}</span></button>
      </div></div>`;
  }

  #colour(name, label) {
    return html`<div><label class="label" for="qr-${name}">${label}</label><input class="input" type="color" id="qr-${name}" .value=${this.#look[name]}
      @input=${(event) => this.#set({ [name]: event.target.value })}></div>`;
  }
}

customElements.define('c-link-qr', LinkQr);
