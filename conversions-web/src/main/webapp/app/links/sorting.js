import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { cardHead, empty, head, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { submitting } from '../forms.js';
import { count } from '../format.js';
import { modeOf, withMode } from '../mode.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { all } from './places.js';
import { linkTabs } from './tabs.js';

const texts = await textsOf('links/link-places');
const COLOURS = ['red', 'yellow', 'green', 'blue', 'purple', 'brown', 'gray', 'pink'];
/** The two kinds of things that links are sorted by: where each is in the API and in the address of the list. */
const KINDS = {
  folders: { path: '/folders', filter: 'folderId', sign: 'folder' },
  tags: { path: '/tags', filter: 'tagIds', sign: 'tag' },
};

/** The folders and tags that links are sorted by, with how many links each has. */
class LinkSorting extends Page {
  #lists = { folders: [], tags: [] };
  #counts = { folders: new Map(), tags: new Map() };
  /** The folder or tag that the dialog is about; one without an id is a new one. @type {{kind: string, id?: string}|null} */
  #open = null;

  async load() {
    const grouped = (name) => call('GET', `/links/count?groupBy=${name}&showArchived=true`);
    const [folders, tags, byFolder, byTag] = await Promise.all([all('/folders'), all('/tags'), grouped('folderId'), grouped('tagId')]);
    this.#lists = { folders: folders.sort((a, b) => a.name.localeCompare(b.name)), tags };
    this.#counts = { folders: new Map(byFolder.map((row) => [row.folderId, row._count])), tags: new Map(byTag.map((row) => [row.tagId, row._count])) };
  }

  #show(open) {
    this.#open = open;
    this.requestUpdate();
  }

  #save = submitting(async (values) => {
    const { kind, id } = this.#open;
    const body = kind === 'tags' ? { name: values.name, ...(values.color ? { color: values.color } : {}) } : { name: values.name, description: values.description || null };
    await (id ? call('PATCH', `${KINDS[kind].path}/${id}`, body) : call('POST', KINDS[kind].path, body));
    this.#show(null);
    await this.reload();
  });

  #remove(kind, { id, name }) {
    confirm({
      title: texts.removeTitle(name),
      text: texts.removeText[kind](this.#counts[kind].get(id) ?? 0),
      button: texts.delete,
      action: async () => {
        await call('DELETE', `${KINDS[kind].path}/${id}`);
        await this.reload();
      },
    });
  }

  content() {
    return html`${head(texts.sorting, texts.sortingLead)}${linkTabs('sorting')}
      <div class="stack wide">${this.#part('folders', [
    { label: texts.name, cell: ({ name, description }) => html`<span class="cell-title">${name}</span>${description ? html`<div class="small quiet">${description}</div>` : nothing}` }])}
      ${this.#part('tags', [{ label: texts.name, cell: ({ name, color }) => html`<span class="dot tag-${color} cell-title">${name}</span>` }])}</div>
      ${this.#dialog()}`;
  }

  #part(kind, columns) {
    const add = session.is('member') ? html`<button class="button small" type="button" @click=${() => this.#show({ kind })}>${icon('plus')}<span>${texts.new[kind]}</span></button>` : nothing;
    const links = ({ id }) => this.#counts[kind].get(id) ?? 0;
    const list = this.#lists[kind];
    return html`<section class="card flush" aria-label=${texts.kinds[kind]}>${cardHead(texts.kinds[kind], texts.kindText[kind], add)}
      ${list.length ? table(texts.kinds[kind], [...columns,
    { label: texts.linksLabel, end: true, cell: (one) => html`<a href=${withMode(`/app/links?${KINDS[kind].filter}=${one.id}`, modeOf(location.search))} aria-label=${texts.linksOf(links(one), one.name)}>${count(links(one))}</a>` },
    { label: texts.actions, actions: true, cell: (one) => (session.is('member') ? html`<div class="row">
      <button class="button small" type="button" aria-label=${texts.changeOf(one.name)} @click=${() => this.#show({ kind, ...one })}>${texts.change}</button>
      <button class="button small danger" type="button" aria-label=${texts.removeOf(one.name)} @click=${() => this.#remove(kind, one)}>${texts.delete}</button></div>` : nothing) },
  ], list) : empty(KINDS[kind].sign, texts.noneOf[kind], texts.noneText[kind])}</section>`;
  }

  #dialog() {
    const open = this.#open;
    const close = () => this.#show(null);
    return html`<c-dialog heading=${open ? (open.id ? texts.changeOf(open.name) : texts.new[open.kind]) : ''} .open=${Boolean(open)} @closed=${close}>${open ? html`
      <form class="stack" novalidate @submit=${this.#save}>
        <c-field name="name" label=${texts.name} .value=${open.name ?? ''} required></c-field>
        ${open.kind === 'tags' ? html`<fieldset><legend>${texts.colour}</legend><div class="swatches">${COLOURS.map((colour) => html`
          <label><input type="radio" name="color" value=${colour} .checked=${colour === open.color}><span class="dot tag-${colour}">${texts.colours[colour]}</span></label>`)}</div></fieldset>`
    : html`<c-field name="description" label=${texts.description} .value=${open.description ?? ''} maxlength="2000"></c-field>`}
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${close}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.save}</span></button></div></form>` : nothing}</c-dialog>`;
  }
}

customElements.define('c-link-sorting', LinkSorting);
