import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { call } from '../api.js';
import { save } from '../components/save.js';
import { icon } from '../components/icons.js';
import { badge, head, note, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { file, write } from '../csv.js';
import { busy, doing } from '../forms.js';
import { modeOf, withMode } from '../mode.js';
import { textsOf } from '../texts.js';
import { missing, readTable } from './import-table.js';
import { backTo } from './parts.js';
import { ownDomain, places } from './places.js';
import { bare } from './state.js';

const texts = (await textsOf('links/link-import'));
const PART = 100;
const SHOWN_MAX = 200;
const EXAMPLE = 'url,key,tags,folder,title\r\nhttps://shop.example/shoes,shoes,"spring, sale",Newsletter,Running shoes\r\n';

/** Makes links of a table: read and judged here, shown before anything is sent, and sent in parts with a result for each row. */
class LinkImport extends Page {
  #text = '';
  #places = null;
  #table = null;
  /** The result of each row that was sent, by its line. @type {Map<number, {link?: object, error?: string}>} */
  #results = new Map();
  #sending = null;

  async load() {
    this.#places = await places();
    this.#read();
  }

  #read() {
    this.#table = this.#text.trim() ? readTable(this.#text, this.#places, ownDomain()) : null;
    this.requestUpdate();
  }

  #take(text) {
    this.#text = text;
    this.#results = new Map();
    this.#read();
  }

  async #choose(list) {
    const [chosen] = list ?? [];
    if (chosen) {
      this.#take(await chosen.text());
    }
  }

  get #ready() {
    return this.#table.rows.filter(({ line, problems }) => !problems.length && !this.#results.get(line)?.link && !this.#results.get(line)?.error);
  }

  get #failed() {
    return this.#table.rows.filter(({ line, problems }) => problems.length || this.#results.get(line)?.error);
  }

  async #makeMissing() {
    const { tags, folders } = missing(this.#table.rows);
    for (const name of tags) {
      await call('POST', '/tags', { name });
    }
    for (const name of folders) {
      await call('POST', '/folders', { name });
    }
    this.#places = await places();
    this.#read();
  }

  async #send() {
    const rows = this.#ready;
    this.#sending = { done: 0, all: rows.length };
    this.requestUpdate();
    try {
      for (let at = 0; at < rows.length; at += PART) {
        const part = rows.slice(at, at + PART);
        const answers = await call('POST', '/links/bulk', part.map(({ link }) => link));
        part.forEach(({ line }, index) => this.#results.set(line, answers[index].error ? { error: answers[index].error } : { link: answers[index] }));
        this.#sending = { done: at + part.length, all: rows.length };
        this.requestUpdate();
      }
    } finally {
      this.#sending = null;
      this.requestUpdate();
    }
  }

  #saveFailed() {
    const { header } = this.#table;
    const rows = this.#failed.map((row) => [...header.map((name, at) => row.cells[at] ?? ''), this.#why(row)]);
    save(file(write([...header, texts.problem], rows)), 'links-not-made.csv');
  }

  #why({ line, problems }) {
    return this.#results.get(line)?.error ?? problems.map(({ code, value }) => texts.problems[code](value)).join(' ');
  }

  content() {
    return html`${backTo(withMode('/app/links', modeOf(location.search)), texts.back)}${head(texts.title, texts.lead)}
      <div class="stack wide">
        ${this.#results.size ? nothing : this.#source()}
        ${this.#table ? this.#judged() : nothing}
      </div>`;
  }

  #source() {
    return html`<section class="card" aria-label=${texts.source}>
      <div class="drop" @dragover=${(event) => { event.preventDefault(); event.currentTarget.classList.add('over'); }}
        @dragleave=${(event) => event.currentTarget.classList.remove('over')}
        @drop=${(event) => { event.preventDefault(); event.currentTarget.classList.remove('over'); return this.#choose(event.dataTransfer.files); }}>
        <p>${texts.drop}</p>
        <input class="unseen" type="file" accept=".csv,.tsv,.txt,text/csv" tabindex="-1" aria-label=${texts.choose} @change=${(event) => this.#choose(event.target.files)}>
        <div class="row"><button class="button" type="button" @click=${(event) => event.currentTarget.closest('.drop').querySelector('input').click()}>${icon('table')}<span>${texts.choose}</span></button>
          <button class="button bare" type="button" @click=${() => save(file(EXAMPLE), 'links.csv')}>${icon('download')}<span>${texts.example}</span></button></div>
      </div>
      <div><label class="label" for="import-table">${texts.paste}</label>
        <textarea class="input mono" id="import-table" rows="6" spellcheck="false" aria-describedby="import-hint" .value=${live(this.#text)} @input=${(event) => this.#take(event.target.value)}></textarea>
        <p class="hint" id="import-hint">${texts.columnsHint}</p></div>
    </section>`;
  }

  #judged() {
    const { header, fields, rows } = this.#table;
    const made = rows.filter(({ line }) => this.#results.get(line)?.link).length;
    const ready = this.#ready.length;
    const failed = this.#failed.length;
    const unknown = missing(rows);
    const shown = [...this.#failed, ...rows.filter((row) => !this.#failed.includes(row))].slice(0, SHOWN_MAX);
    return html`<section class="card flush import" aria-label=${texts.rows}>
      <div class="card-head"><div><h2><span role="status">${texts.sum(rows.length, made, ready, failed)}</span></h2>
        <p>${texts.columns(header.filter((name, at) => fields[at]).join(', '), header.filter((name, at) => !fields[at]).join(', '))}</p></div>
        <div class="row">${unknown.tags.length || unknown.folders.length ? html`<button class="button" type="button" @click=${doing(() => this.#makeMissing())}><span>${texts.makeMissing(unknown.tags.length, unknown.folders.length)}</span></button>` : nothing}
          ${failed && (made || !ready) ? html`<button class="button" type="button" @click=${() => this.#saveFailed()}>${icon('download')}<span>${texts.saveFailed}</span></button>` : nothing}
          ${ready ? html`<button class="button primary" type="button" @click=${(event) => busy(event.currentTarget, () => this.#send())}><span>${texts.send(ready)}</span></button>` : nothing}
          ${this.#results.size && !ready ? html`<button class="button" type="button" @click=${() => this.#take('')}><span>${texts.again}</span></button>
            <a class="button primary" href=${withMode('/app/links', modeOf(location.search))}>${texts.toList}</a>` : nothing}</div></div>
      ${this.#sending ? html`<progress aria-label=${texts.progress(this.#sending.done, this.#sending.all)} max=${this.#sending.all} value=${this.#sending.done}></progress>` : nothing}
      ${fields.includes('url') ? nothing : note('negative', html`<p>${texts.noUrl}</p>`)}
      ${rows.length && fields.includes('url') ? table(texts.rows, [
    { label: texts.line, cell: ({ line }) => html`<span class="number quiet">${line}</span>` },
    { label: texts.destination, cell: ({ link, cells }) => html`<span class="cell-title">${bare(link.url ?? cells[fields.indexOf('url')] ?? '')}</span>` },
    { label: texts.key, cell: ({ line, cells }) => bare(this.#results.get(line)?.link?.shortLink ?? ['domain', 'key'].map((name) => cells[fields.indexOf(name)]?.trim()).filter(Boolean).join('/')) || html`<span class="quiet">${texts.random}</span>` },
    { label: texts.result, cell: (row) => this.#result(row) },
  ], shown) : nothing}
      ${rows.length > SHOWN_MAX ? html`<p class="pager small quiet">${texts.more(rows.length - SHOWN_MAX)}</p>` : nothing}
    </section>`;
  }

  #result(row) {
    const result = this.#results.get(row.line);
    if (result?.link) {
      return html`${badge('positive', texts.made)} <c-copy-button .text=${result.link.shortLink} label=${bare(result.link.shortLink)}></c-copy-button>`;
    }
    return result?.error || row.problems.length ? html`${badge('negative', result?.error ? texts.refused : texts.wrong)} <span class="small">${this.#why(row)}</span>` : badge('', texts.ready);
  }
}

customElements.define('c-link-import', LinkImport);
