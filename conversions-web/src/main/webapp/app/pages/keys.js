import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { secret } from '../components/copy.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { ago, badge, empty, head, modeBadge, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { SCOPE_AREAS, scopesOf } from '../scopes.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('settings/keys');
const common = await textsOf('frame/common');
const frame = await textsOf('frame/frame');

/** The API keys: made with the rights that they need and no more, shown once, deleted. */
class KeysPage extends Page {
  #keys = [];
  #making = false;
  #made = null;
  #kind = 'secret';
  #reach = 'all';

  async load() {
    this.#keys = await call('GET', '/keys');
  }

  #make = submitting(async (values, form) => {
    const data = new FormData(form);
    const scopes = scopesOf(this.#reach, (area) => data.get(`area-${area}`));
    this.#made = await call('POST', '/keys', {
      name: values.name, kind: values.kind, mode: values.mode, ...(values.kind === 'secret' ? { scopes } : {}),
    });
    await this.reload();
  });

  #delete(key) {
    confirm({
      title: texts.deleteAsked(key.name),
      text: texts.deleteDetail,
      button: texts.deleteKey,
      action: async () => {
        await call('DELETE', `/keys/${key.id}`);
        say(texts.deleted);
        await this.reload();
      },
    });
  }

  content() {
    return html`
      ${head(frame.titles.keys, texts.lead, html`
        <button class="button primary" type="button" @click=${() => { this.#making = true; this.requestUpdate(); }}>${icon('plus')}<span>${texts.newKey}</span></button>`)}
      <section class="card flush" aria-label=${frame.titles.keys}>${this.#keys.length ? table(frame.titles.keys, [
    { label: common.name, cell: ({ name, hint }) => html`<span class="cell-title">${name}</span><div class="quiet small mono">${hint}</div>` },
    { label: common.kind, cell: ({ kind, mode }) => html`<span class="row">${badge('', texts.kinds[kind] ?? texts.kinds.app)}${modeBadge(mode)}</span>` },
    { label: texts.rights, cell: ({ scopes, kind }) => rights(scopes, kind) },
    { label: common.lastUsed, cell: ({ lastUsedAt }) => ago(lastUsedAt) },
    { label: common.actions, actions: true, cell: (key) => html`<button class="button small danger" type="button" aria-label=${texts.deleteOf(key.name)} @click=${() => this.#delete(key)}>${common.delete}</button>` },
  ], this.#keys) : empty('key', texts.none, texts.noneDetail)}</section>
      ${this.#dialog()}`;
  }

  #dialog() {
    const close = () => { this.#making = false; this.#made = null; this.#reach = 'all'; this.#kind = 'secret'; this.requestUpdate(); };
    return html`<c-dialog wide heading=${this.#made ? texts.made : texts.newApiKey} .open=${this.#making} @closed=${close}>
      ${this.#made ? html`<div class="stack"><p>${texts.madeDetail}</p>
        ${secret(this.#made.name, this.#made.key)}<div class="form-end right"><button class="button primary" type="button" @click=${close}>${common.done}</button></div></div>` : this.#form(close)}</c-dialog>`;
  }

  #form(close) {
    const chosen = (event, field) => { field === 'kind' ? this.#kind = event.target.value : this.#reach = event.target.value; this.requestUpdate(); };
    return html`<form class="stack" novalidate @submit=${this.#make}>
      <c-field name="name" label=${common.name} placeholder=${texts.nameSample} required hint=${texts.nameHint}></c-field>
      <fieldset @change=${(event) => chosen(event, 'kind')}><legend>${texts.where}</legend><div class="options across">
        ${radio('kind', 'secret', this.#kind, texts.onServer, texts.onServerDetail)}${radio('kind', 'publishable', this.#kind, texts.onSite, texts.onSiteDetail)}</div></fieldset>
      <fieldset><legend>${frame.mode}</legend><div class="options across">
        ${radio('mode', 'live', 'live', frame.modes.live, texts.liveDetail)}${radio('mode', 'test', 'live', frame.modes.test, texts.testDetail)}</div></fieldset>
      ${this.#kind === 'secret' ? html`<fieldset @change=${(event) => event.target.name === 'reach' && chosen(event, 'reach')}><legend>${texts.rights}</legend><div class="options across">
        ${radio('reach', 'all', this.#reach, texts.everything, texts.everythingDetail)}${radio('reach', 'read', this.#reach, texts.readEverything, texts.readEverythingDetail)}${radio('reach', 'some', this.#reach, texts.someAreas, texts.someAreasDetail)}</div>
        ${this.#reach === 'some' ? html`<div class="fields two areas">${SCOPE_AREAS.map(({ area, text, choices }) => html`
          <c-choice name="area-${area}" label=${text} .options=${choices}></c-choice>`)}</div>` : nothing}</fieldset>` : nothing}
      <c-problem></c-problem>
      <div class="form-end right"><button class="button" type="button" @click=${close}>${common.cancel}</button><button class="button primary" type="submit"><span>${texts.makeKey}</span></button></div></form>`;
  }
}

function radio(name, value, current, title, text) {
  return html`<label class="option"><input type="radio" name=${name} value=${value} ?checked=${value === current}><span><b>${title}</b><span class="quiet">${text}</span></span></label>`;
}

function rights(scopes, kind) {
  if (kind === 'publishable') {
    return html`<span class="quiet">${texts.clicksAndLeads}</span>`;
  }
  return scopes.includes('apis.all') ? texts.everything : scopes.includes('apis.read') ? texts.readEverything : html`<span class="small">${scopes.join(', ')}</span>`;
}

customElements.define('keys-page', KeysPage);
