import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { secret } from '../components/copy.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { ago, badge, cardHead, empty, head, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { SCOPE_AREAS, scopeText, scopesOf } from '../scopes.js';

/** The apps that may act for the workspace, and those that it has registered itself. */
class AppsPage extends Page {
  #clients = [];
  #grants = [];
  #making = false;
  #made = null;

  async load() {
    [this.#grants, this.#clients] = await Promise.all([call('GET', '/oauth/authorizations'), call('GET', '/oauth/clients')]);
  }

  #make = submitting(async (values, form) => {
    const data = new FormData(form);
    const scopes = scopesOf('some', (area) => data.get(`area-${area}`));
    this.#made = await call('POST', '/oauth/clients', {
      name: values.name, developer: values.developer, confidential: values.confidential === 'true',
      redirectUris: values.redirectUris.split(/\s+/).filter(Boolean), ...(scopes.length ? { scopes } : {}),
    });
    await this.reload();
  });

  #revoke(grant) {
    confirm({
      title: `Disconnect ${grant.client.name}?`,
      text: 'Its access to this workspace ends at once. It can be connected again.',
      button: 'Disconnect',
      action: async () => {
        await call('DELETE', `/oauth/authorizations/${grant.id}`);
        say(`${grant.client.name} is disconnected.`);
        await this.reload();
      },
    });
  }

  #delete(client) {
    confirm({
      title: `Delete ${client.name}?`,
      text: 'Everybody who connected it loses it at once, in all workspaces. This cannot be undone.',
      button: 'Delete the app',
      action: async () => {
        await call('DELETE', `/oauth/clients/${client.id}`);
        await this.reload();
      },
    });
  }

  content() {
    return html`
      ${head('Apps', 'Programs of others that may act for this workspace, and your own that ask for it.')}
      <div class="stack wide">
        <section class="card flush" aria-label="Connected apps">
          ${cardHead('Connected', 'Each was allowed by a person, and ends with that person’s membership.')}
          ${this.#grants.length ? table('Connected apps', [
    { label: 'App', cell: ({ client }) => html`<span class="cell-title">${client.name}</span><div class="quiet small">${client.developer}</div>` },
    { label: 'Allowed by', cell: ({ person }) => person.email },
    { label: 'May', cell: ({ scopes }) => html`<span class="small">${scopes.map(scopeText).join('; ')}</span>` },
    { label: 'Last used', cell: ({ lastUsedAt }) => ago(lastUsedAt) },
    { label: 'Actions', actions: true, cell: (grant) => html`<button class="button small danger" type="button" @click=${() => this.#revoke(grant)}>Disconnect</button>` },
  ], this.#grants) : empty('plug', 'No app is connected', 'Apps such as the one in Stripe’s dashboard are listed here once somebody has connected them.')}
        </section>
        <section class="card flush" aria-label="Registered apps">
          ${cardHead('Registered by this workspace', 'For programs that ask people to connect their workspace, by OAuth 2.0 with PKCE.', html`
            <button class="button" type="button" @click=${() => { this.#making = true; this.requestUpdate(); }}>${icon('plus')}<span>Register an app</span></button>`)}
          ${this.#clients.length ? table('Registered apps', [
    { label: 'App', cell: ({ name, developer }) => html`<span class="cell-title">${name}</span><div class="quiet small">${developer}</div>` },
    { label: 'Client id', cell: ({ clientId }) => html`<c-copy text=${clientId} label="the client id"></c-copy>` },
    { label: 'Kind', cell: ({ confidential }) => badge('', confidential ? 'With a secret' : 'Public') },
    { label: 'Made', cell: ({ createdAt }) => ago(createdAt) },
    { label: 'Actions', actions: true, cell: (client) => html`<button class="button small danger" type="button" aria-label="Delete ${client.name}" @click=${() => this.#delete(client)}>Delete</button>` },
  ], this.#clients) : empty('bolt', 'No app is registered', 'Register one to get a client id. People then see its name and yours before they allow anything.')}
        </section>
      </div>${this.#dialog()}`;
  }

  #dialog() {
    const close = () => { this.#making = false; this.#made = null; this.requestUpdate(); };
    return html`<c-dialog wide heading=${this.#made ? 'The app is registered' : 'Register an app'} .open=${this.#making} @closed=${close}>
      ${this.#made ? html`<div class="stack">${secret('Client id', this.#made.clientId)}
        ${this.#made.clientSecret ? secret('Client secret', this.#made.clientSecret, 'It is shown only now.') : nothing}
        <div class="form-end right"><button class="button primary" type="button" @click=${close}>Done</button></div></div>` : html`
      <form class="stack" novalidate @submit=${this.#make}>
        <div class="fields two"><c-field name="name" label="Name" required></c-field><c-field name="developer" label="Who makes it" required hint="People see both before they allow anything."></c-field></div>
        <c-field name="redirectUris" label="Redirect addresses" rows="2" required placeholder="https://example.com/callback" hint="One in a line, at most five. They are compared letter by letter."></c-field>
        <fieldset><legend>Kind</legend><div class="options across">
          <label class="option"><input type="radio" name="confidential" value="true" checked><span><b>On a server</b><span class="quiet">It can keep a secret.</span></span></label>
          <label class="option"><input type="radio" name="confidential" value="false"><span><b>On a device or in a page</b><span class="quiet">No secret, PKCE only.</span></span></label></div></fieldset>
        <fieldset><legend>May ask for</legend><div class="fields two areas">${SCOPE_AREAS.map(({ area, text, readOnly }) => html`
          <c-choice name="area-${area}" label=${text} .options=${[{ value: '', text: 'Nothing' }, { value: 'read', text: 'Read' }, ...(readOnly ? [] : [{ value: 'write', text: 'Read and write' }])]}></c-choice>`)}</div>
          <p class="hint">With nothing chosen it may ask for anything but keys.</p></fieldset>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${close}>Cancel</button><button class="button primary" type="submit"><span>Register</span></button></div></form>`}</c-dialog>`;
  }
}

customElements.define('apps-page', AppsPage);
