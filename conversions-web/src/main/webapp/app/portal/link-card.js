import { html, LitElement, nothing } from 'lit';
import '../components/copy.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { textsOf } from '../texts.js';
import { bare, qrOf } from './address.js';

const texts = await textsOf('referrals/portal');

/** A link to share: large, to be copied, with its QR code. */
class LinkCard extends LitElement {
  static properties = { link: { attribute: false }, open: { state: true } };

  createRenderRoot() {
    return this;
  }

  render() {
    const { link } = this;
    return html`<div class="share"><c-copy class="share-link" .text=${link.shortLink} label=${bare(link.shortLink)}></c-copy>
        <button class="button" type="button" @click=${() => { this.open = true; }}>${icon('qr')}<span>${texts.qr}</span></button></div>
      <p class="small quiet share-to">${texts.leadsTo} <span class="mono">${link.url}</span></p>
      <c-qr .link=${this.open ? link : null} @closed=${() => { this.open = false; }}></c-qr>`;
  }
}

/** The QR code of a link, to be looked at and downloaded. */
class Qr extends LitElement {
  static properties = { link: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  render() {
    const { link } = this;
    const name = link ? bare(link.shortLink) : '';
    const file = name.replaceAll(/[^\w.-]+/g, '-');
    return html`<c-dialog heading=${name} .open=${Boolean(link)} @closed=${() => this.dispatchEvent(new Event('closed'))}>${link ? html`<div class="stack">
      <div class="code-room"><img src=${qrOf(link)} width="208" height="208" alt=${texts.qrOf(name)}></div><p class="small quiet">${texts.qrText}</p>
      <div class="form-end right">${['svg', 'png'].map((format) => html`<a class="button ${format === 'png' ? 'primary' : ''}" href=${qrOf(link, format)} download="qr-${file}.${format}">${icon('download')}<span>${format.toUpperCase()}</span></a>`)}</div></div>` : nothing}</c-dialog>`;
  }
}

customElements.define('c-link-card', LinkCard);
customElements.define('c-qr', Qr);
