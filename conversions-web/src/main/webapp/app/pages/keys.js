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
      title: `Delete ${key.name}?`,
      text: 'Whatever uses the key is refused from then on. This cannot be undone.',
      button: 'Delete the key',
      action: async () => {
        await call('DELETE', `/keys/${key.id}`);
        say('The key is deleted.');
        await this.reload();
      },
    });
  }

  content() {
    return html`
      ${head('API keys', 'For your servers and your site. A key is shown once, when it is made.', html`
        <button class="button primary" type="button" @click=${() => { this.#making = true; this.requestUpdate(); }}>${icon('plus')}<span>New key</span></button>`)}
      <section class="card flush" aria-label="API keys">${this.#keys.length ? table('API keys', [
    { label: 'Name', cell: ({ name, hint }) => html`<span class="cell-title">${name}</span><div class="quiet small mono">${hint}</div>` },
    { label: 'Kind', cell: ({ kind, mode }) => html`<span class="row">${badge('', kind === 'secret' ? 'Secret' : kind === 'publishable' ? 'Publishable' : 'App')}${modeBadge(mode)}</span>` },
    { label: 'Rights', cell: ({ scopes, kind }) => rights(scopes, kind) },
    { label: 'Last used', cell: ({ lastUsedAt }) => ago(lastUsedAt) },
    { label: 'Actions', actions: true, cell: (key) => html`<button class="button small danger" type="button" aria-label="Delete ${key.name}" @click=${() => this.#delete(key)}>Delete</button>` },
  ], this.#keys) : empty('key', 'No keys yet', 'Programs that make links, report leads or read figures need one.')}</section>
      ${this.#dialog()}`;
  }

  #dialog() {
    const close = () => { this.#making = false; this.#made = null; this.#reach = 'all'; this.#kind = 'secret'; this.requestUpdate(); };
    return html`<c-dialog wide heading=${this.#made ? 'The key is made' : 'New API key'} .open=${this.#making} @closed=${close}>
      ${this.#made ? html`<div class="stack"><p>Copy it now: it is not kept in readable form and cannot be shown again.</p>
        ${secret(this.#made.name, this.#made.key)}<div class="form-end right"><button class="button primary" type="button" @click=${close}>Done</button></div></div>` : this.#form(close)}</c-dialog>`;
  }

  #form(close) {
    const chosen = (event, field) => { field === 'kind' ? this.#kind = event.target.value : this.#reach = event.target.value; this.requestUpdate(); };
    return html`<form class="stack" novalidate @submit=${this.#make}>
      <c-field name="name" label="Name" placeholder="Checkout server" required hint="So that you know later what uses it."></c-field>
      <fieldset @change=${(event) => chosen(event, 'kind')}><legend>Where is it used?</legend><div class="options across">
        ${radio('kind', 'secret', this.#kind, 'On a server', 'A secret key.')}${radio('kind', 'publishable', this.#kind, 'On a site', 'A publishable key: clicks and leads only.')}</div></fieldset>
      <fieldset><legend>Mode</legend><div class="options across">
        ${radio('mode', 'live', 'live', 'Live', 'Real data.')}${radio('mode', 'test', 'live', 'Test', 'What it brings is test data.')}</div></fieldset>
      ${this.#kind === 'secret' ? html`<fieldset @change=${(event) => event.target.name === 'reach' && chosen(event, 'reach')}><legend>Rights</legend><div class="options across">
        ${radio('reach', 'all', this.#reach, 'Everything', 'Also keys and settings.')}${radio('reach', 'read', this.#reach, 'Read everything', 'Changes nothing.')}${radio('reach', 'some', this.#reach, 'Some areas', 'One by one.')}</div>
        ${this.#reach === 'some' ? html`<div class="fields two areas">${SCOPE_AREAS.map(({ area, text, readOnly }) => html`
          <c-choice name="area-${area}" label=${text} .options=${[{ value: '', text: 'Nothing' }, { value: 'read', text: 'Read' }, ...(readOnly ? [] : [{ value: 'write', text: 'Read and write' }])]}></c-choice>`)}</div>` : nothing}</fieldset>` : nothing}
      <c-problem></c-problem>
      <div class="form-end right"><button class="button" type="button" @click=${close}>Cancel</button><button class="button primary" type="submit"><span>Make the key</span></button></div></form>`;
  }
}

function radio(name, value, current, title, text) {
  return html`<label class="option"><input type="radio" name=${name} value=${value} ?checked=${value === current}><span><b>${title}</b><span class="quiet">${text}</span></span></label>`;
}

function rights(scopes, kind) {
  if (kind === 'publishable') {
    return html`<span class="quiet">Clicks and leads</span>`;
  }
  return scopes.includes('apis.all') ? 'Everything' : scopes.includes('apis.read') ? 'Read everything' : html`<span class="small">${scopes.join(', ')}</span>`;
}

customElements.define('keys-page', KeysPage);
