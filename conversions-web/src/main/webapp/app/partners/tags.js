import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners/tags');
const common = await textsOf('frame/common');

/** @returns {Promise<{id: string, name: string}[]>} the tags of partners, by name: as many as are offered at once */
export function partnerTags() {
  return call('GET', '/partners/tags?pageSize=100');
}

/** The tags that partners are sorted by, in a dialog: they are made, renamed and deleted. Tells `closed`, and `changed` after each. */
class ManagedTags extends LitElement {
  static properties = { open: { type: Boolean }, tags: { attribute: false }, renamed: { state: true } };

  constructor() {
    super();
    this.tags = [];
    this.renamed = null;
  }

  createRenderRoot() {
    return this;
  }

  #done(text) {
    say(text);
    this.renamed = null;
    this.dispatchEvent(new Event('changed'));
  }

  #make = submitting(async ({ name }, form) => {
    await call('POST', '/partners/tags', { name });
    form.querySelector('c-field').value = '';
    this.#done(texts.made(name));
  });

  #rename = submitting(async ({ name }) => {
    await call('PATCH', `/partners/tags/${this.renamed}`, { name });
    this.#done(texts.isRenamed(name));
  });

  #remove({ id, name }) {
    confirm({
      title: texts.removeTitle(name),
      text: texts.removeText,
      button: common.delete,
      action: async () => {
        await call('DELETE', `/partners/tags/${id}`);
        this.#done(texts.removed(name));
      },
    });
  }

  render() {
    return html`<c-dialog heading=${texts.title} .open=${this.open} @closed=${() => this.dispatchEvent(new Event('closed'))}>
      ${this.open ? html`<div class="stack"><p>${texts.lead}</p>
        ${this.tags.length ? html`<ul class="plain stack tight">${this.tags.map((tag) => html`<li>${tag.id === this.renamed ? this.#renaming(tag) : html`<div class="row apart"><span class="badge">${tag.name}</span>
          <span class="row"><button class="button small" type="button" aria-label=${texts.renameOf(tag.name)} @click=${() => { this.renamed = tag.id; }}>${texts.rename}</button>
            <button class="button small danger" type="button" aria-label=${texts.removeOf(tag.name)} @click=${() => this.#remove(tag)}>${common.delete}</button></span></div>`}</li>`)}</ul>` : html`<p class="quiet">${texts.none}</p>`}
        <form class="stack tight" novalidate @submit=${this.#make}><c-field name="name" label=${texts.another} required maxlength="50"></c-field><c-problem></c-problem>
          <div class="form-end right"><button class="button primary" type="submit">${icon('plus')}<span>${texts.make}</span></button></div></form></div>` : nothing}</c-dialog>`;
  }

  #renaming(tag) {
    return html`<form class="stack tight" novalidate @submit=${this.#rename}><c-field name="name" label=${texts.nameOf(tag.name)} required maxlength="50" .value=${tag.name}></c-field><c-problem></c-problem>
      <div class="form-end right"><button class="button small" type="button" @click=${() => { this.renamed = null; }}>${common.cancel}</button><button class="button small primary" type="submit"><span>${common.save}</span></button></div></form>`;
  }
}

/** The tags of one partner, and the choice of others. Tells `changed`. */
class PartnersTags extends LitElement {
  static properties = { partner: { attribute: false }, all: { attribute: false }, choosing: { state: true }, writes: { type: Boolean } };

  createRenderRoot() {
    return this;
  }

  async #choose() {
    this.all = await partnerTags();
    this.choosing = true;
  }

  #send = submitting(async ({ name }, form) => {
    const made = name ? [(await call('POST', '/partners/tags', { name })).id] : [];
    const chosen = [...form.querySelectorAll('[name=tagIds]:checked')].map((box) => box.value);
    await call('PATCH', `/partners/${this.partner.id}`, { tagIds: [...chosen, ...made] });
    say(texts.given);
    this.choosing = false;
    this.dispatchEvent(new Event('changed'));
  });

  render() {
    const has = this.partner.tags.map(({ id }) => id);
    return html`<span class="row tags">${this.partner.tags.map(({ name }) => html`<span class="badge">${name}</span>`)}
      ${this.writes ? html`<button class="button bare small" type="button" @click=${() => this.#choose()}>${icon('tag')}<span>${texts.choose}</span></button>` : nothing}</span>
      <c-dialog heading=${texts.of(this.partner.name)} .open=${Boolean(this.choosing)} @closed=${() => { this.choosing = false; }}>
        ${this.choosing ? html`<form class="stack" novalidate @submit=${this.#send}>
          ${this.all.length ? html`<fieldset><legend>${texts.title}</legend><div class="checks">${this.all.map(({ id, name }) => html`<label class="check"><input type="checkbox" name="tagIds" value=${id} ?checked=${has.includes(id)}><span>${name}</span></label>`)}</div></fieldset>` : nothing}
          <c-field name="name" label=${texts.another} maxlength="50"></c-field><c-problem></c-problem>
          <div class="form-end right"><button class="button" type="button" @click=${() => { this.choosing = false; }}>${common.cancel}</button><button class="button primary" type="submit"><span>${common.save}</span></button></div></form>` : nothing}</c-dialog>`;
  }
}

customElements.define('c-managed-tags', ManagedTags);
customElements.define('c-partners-tags', PartnersTags);
