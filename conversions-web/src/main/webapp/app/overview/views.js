import { html, LitElement, nothing } from 'lit';
import { call, readAll } from '../api.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { doing, submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('overview/overview');

/** The saved views: addresses of the overview under a name, one's own or everybody's. */
class Views extends LitElement {
  static properties = { search: {} };

  #views = [];
  #edited = null;

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    await this.#load();
  }

  async #load() {
    [this.#views] = await readAll('/views').then(([views]) => [views ?? []]);
    this.requestUpdate();
  }

  #edit(view) {
    this.#edited = view;
    this.requestUpdate();
  }

  #save = submitting(async ({ name, shared, current }) => {
    const { id } = this.#edited;
    const body = { name, shared: shared === 'on', ...(id && current !== 'on' ? {} : { query: this.search.replace(/^\?/, '') }) };
    await (id ? call('PATCH', `/views/${id}`, body) : call('POST', '/views', body));
    this.#edit(null);
    await this.#load();
  });

  async #remove() {
    await call('DELETE', `/views/${this.#edited.id}`);
    this.#edit(null);
    await this.#load();
  }

  #may(view) {
    return view.shared ? session.is('member') : view.author?.id === session.person.id;
  }

  render() {
    const here = this.search.replace(/^\?/, '');
    return html`<c-menu class="button-like" label=${texts.views} .face=${icon('bookmark')} .items=${html`
        ${this.#views.map((view) => html`<div class="row menu-row"><a class="grow" href=${`/app/${view.query ? `?${view.query}` : ''}`} aria-current=${view.query === here ? 'true' : nothing}>${view.shared ? nothing : icon('lock')}<span class="grow">${view.name}</span></a>
          ${this.#may(view) ? html`<button class="square" type="button" aria-label=${texts.editView(view.name)} title=${texts.editView(view.name)} @click=${() => this.#edit(view)}>${icon('edit')}</button>` : nothing}</div>`)}
        ${this.#views.length ? html`<hr>` : html`<p>${texts.noViews}</p>`}
        <button type="button" @click=${() => this.#edit({ name: '', shared: false })}>${icon('plus')}<span class="grow">${texts.saveView}</span></button>`}></c-menu>
      ${this.#edited ? this.#dialog(this.#edited) : nothing}`;
  }

  #dialog(view) {
    return html`<c-dialog heading=${view.id ? texts.editView(view.name) : texts.saveView} .open=${true} @closed=${() => this.#edit(null)}>
      <form class="stack" novalidate @submit=${this.#save}>
        <c-field name="name" label=${texts.viewName} maxlength="60" required .value=${view.name}></c-field>
        ${session.is('member') ? html`<label class="check"><input type="checkbox" name="shared" ?checked=${view.shared}><span>${texts.shareView}</span></label>` : nothing}
        ${view.id ? html`<label class="check"><input type="checkbox" name="current"><span>${texts.takeCurrent}</span></label>` : nothing}
        <c-problem></c-problem>
        <div class="form-end"><button class="button primary" type="submit"><span>${texts.save}</span></button>
          ${view.id ? html`<button class="button danger" type="button" @click=${doing(() => this.#remove())}><span>${texts.remove}</span></button>` : nothing}</div>
      </form></c-dialog>`;
  }
}

customElements.define('c-views', Views);
