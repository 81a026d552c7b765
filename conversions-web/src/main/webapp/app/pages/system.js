import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { ago, badge, cardHead, empty, head, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { doing } from '../forms.js';
import { count, money } from '../format.js';
import { locale } from '../language.js';
import { byState, duration, exactPercent, size, tone, verdicts } from '../system/health.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('settings/system');
const LOOK_MILLIS = 5000;
const TABLES_SHOWN = 8;
const EVENTS_SHOWN = 20;

/** How the server is, for its operator: what is good, what is not and what to do, and the figures behind it. */
class SystemPage extends Page {
  #system = null;
  #events = [];
  #refused = false;
  #allTables = false;
  #left = null;

  async load() {
    await this.#look();
    if (!this.#refused) {
      this.every(LOOK_MILLIS, () => this.#look());
    }
  }

  async #look() {
    try {
      [this.#system, this.#events] = await Promise.all([call('GET', '/server/system'), call('GET', `/server/events?pageSize=${EVENTS_SHOWN}`)]);
      this.#left = this.#system.rebuilding.length ? await call('GET', '/server/rebuild') : null;
    } catch (error) {
      if (![401, 403].includes(error.status)) {
        throw error;
      }
      this.#refused = true;
    }
    this.requestUpdate();
  }

  #check = doing(async () => {
    const { differences } = await call('POST', '/server/self-check', {});
    say(differences.length ? texts.figures.foundSome : texts.figures.foundNone, differences.length ? 'negative' : undefined);
    await this.#look();
  });

  #rebuild() {
    confirm({
      title: texts.figures.rebuildTitle,
      text: texts.figures.rebuildText,
      button: texts.figures.rebuild,
      action: async () => {
        await call('POST', '/server/rebuild', {});
        await this.#look();
      },
    });
  }

  content() {
    if (this.#refused) {
      return html`${head(texts.title)}${empty('lock', texts.refusedTitle, texts.refusedText)}`;
    }
    return html`${head(texts.title, texts.lead)}
      <div class="stack wide">
        <div class="cards">${this.#inbox()}${this.#explained()}${this.#figures()}${this.#rates()}</div>
        ${this.#unknown()}
        ${this.#storage()}
        <div class="cards">${this.#versions()}${this.#nodes()}</div>
      </div>`;
  }

  /** A card that says whether something is well, and what to do when it is not. */
  #card(name, verdict, rows, more = nothing) {
    const said = texts[name];
    return html`<section class="card" aria-label=${said.title}>
      ${cardHead(said.title, nothing, badge(tone(verdict), said[verdict].word))}
      <p>${said[verdict].text}</p>
      ${facts(rows)}${more}</section>`;
  }

  #inbox() {
    const { inbox } = this.#system;
    const states = byState(this.#system);
    return this.#card('inbox', verdicts.inbox(this.#system), [
      ...['received', 'queued', 'waiting', 'unmatched', 'failed'].filter((state) => states[state].count || ['waiting', 'failed'].includes(state))
        .map((state) => [texts.inbox.states[state], html`${count(states[state].count)}${states[state].count
          ? html` <span class="quiet">${texts.inbox.oldest(duration(states[state].oldestSeconds, locale))}</span>` : nothing}`]),
      [texts.inbox.due, inbox.oldestDueSeconds ? duration(inbox.oldestDueSeconds, locale) : texts.inbox.nothingDue],
      [texts.inbox.lanes, texts.inbox.behindOf(count(inbox.lanesBehind.length), count(inbox.lanes))],
      ...inbox.lanesBehind.slice(0, 3).map(({ lane, due, oldestSeconds }) => [texts.inbox.lane(lane), texts.inbox.laneDue(count(due), duration(oldestSeconds, locale))]),
    ]);
  }

  #explained() {
    const { events, explained, withinMinute, late, lateAmounts, salesAmounts, withoutOutcome } = this.#system.explained;
    const total = this.#system.storage.tables.find(({ name }) => name.toLowerCase() === 'stripe_event')?.rows ?? 0;
    return this.#card('explained', verdicts.explained(this.#system), [
      [texts.explained.day, events ? exactPercent(explained, events, locale) : texts.explained.noEvents],
      [texts.explained.minute, events ? exactPercent(withinMinute, events, locale) : '–'],
      [texts.explained.events, count(events)],
      [texts.explained.sales, amounts(salesAmounts)],
      [texts.explained.without, html`${count(late)}${late ? html` <span class="quiet">${amounts(lateAmounts)}</span>` : nothing}`],
      [texts.explained.ever, exactPercent(Math.max(0, total - withoutOutcome), total, locale)],
    ]);
  }

  #figures() {
    const { checkedFigures: checked } = this.#system;
    const verdict = verdicts.figures(this.#system);
    return this.#card('figures', verdict, [
      [texts.figures.last, ago(checked?.finishedAt)],
      ...(checked ? [[texts.figures.days, count(checked.days)], [texts.figures.found, count(checked.found)]] : []),
      ...(this.#left ? [[texts.figures.left, texts.figures.nextDay(count(this.#left.length), this.#left[0]?.nextDay)]] : []),
    ], html`
      ${checked?.differences.length ? html`<details><summary>${texts.figures.differences}</summary><ul class="stack tight small plain">${checked.differences.map((one) => html`<li><code>${one}</code></li>`)}</ul></details>` : nothing}
      ${this.#left ? html`<progress aria-label=${texts.figures.rebuilding.word}></progress>` : nothing}
      <div class="row">
        <button class="button" type="button" @click=${this.#check}><span>${texts.figures.check}</span></button>
        <button class="button" type="button" ?disabled=${Boolean(this.#left)} @click=${() => this.#rebuild()}><span>${texts.figures.rebuild}</span></button>
      </div>`);
  }

  #rates() {
    const { exchangeRates: rates } = this.#system;
    return this.#card('rates', verdicts.rates(this.#system), rates ? [
      [texts.rates.asOf, new Date(`${rates.asOf}T00:00`).toLocaleDateString(locale, { dateStyle: 'medium' })],
      [texts.rates.age, texts.rates.days(rates.days)], [texts.rates.source, texts.rates.sources[rates.source] ?? rates.source],
    ] : []);
  }

  /** The events of accounts that nobody has connected. */
  #unknown() {
    return html`<section class="card flush" aria-label=${texts.unknown.title}>
      ${cardHead(texts.unknown.title, texts.unknown.text, badge(this.#events.length ? 'caution' : 'positive', this.#events.length ? texts.unknown.some : texts.unknown.none))}
      ${this.#events.length ? table(texts.unknown.title, [
        { label: texts.unknown.account, cell: ({ account }) => (account ? html`<code>${account}</code>` : texts.unknown.noAccount) },
        { label: texts.unknown.type, cell: ({ type }) => html`<code>${type}</code>` },
        { label: texts.unknown.mode, cell: ({ mode }) => mode },
        { label: texts.unknown.why, cell: ({ explanation }) => explanation ?? '–' },
        { label: texts.unknown.came, cell: ({ receivedAt }) => ago(receivedAt), end: true },
      ], this.#events) : nothing}</section>`;
  }

  #storage() {
    const { bytes, tables } = this.#system.storage;
    const shown = this.#allTables ? tables : tables.slice(0, TABLES_SHOWN);
    const sized = tables.some((one) => one.bytes !== null);
    return html`<section class="card flush" aria-label=${texts.storage.title}>
      ${cardHead(texts.storage.title, texts.storage.text(size(bytes, locale)))}
      ${table(texts.storage.title, [
        { label: texts.storage.table, cell: ({ name }) => html`<code>${name}</code>` },
        { label: texts.storage.rows, cell: ({ rows }) => count(rows), end: true },
        ...(sized ? [{ label: texts.storage.size, cell: (one) => size(one.bytes, locale), end: true }] : []),
      ], shown)}
      ${tables.length > TABLES_SHOWN ? html`<div class="row center rule-top"><button class="button" type="button" aria-expanded=${this.#allTables}
        @click=${() => { this.#allTables = !this.#allTables; this.requestUpdate(); }}>${this.#allTables ? texts.storage.fewer : texts.storage.all(tables.length)}</button></div>` : nothing}
    </section>`;
  }

  #versions() {
    const { application, java, database, schema } = this.#system.versions;
    return html`<section class="card" aria-label=${texts.versions.title}>${cardHead(texts.versions.title)}
      ${facts([[texts.versions.application, application], [texts.versions.java, java], [texts.versions.database, database], [texts.versions.schema, schema ?? '–']])}</section>`;
  }

  #nodes() {
    const { nodes, memory } = this.#system;
    return this.#card('nodes', verdicts.memory(this.#system), [
      ...nodes.map(({ id, lanes }, index) => [texts.nodes.node(index + 1), html`<code>${id}</code> <span class="quiet">${texts.nodes.lanes(lanes)}</span>`]),
      [texts.nodes.memory, texts.nodes.used(size(memory.usedBytes, locale), size(memory.maxBytes, locale))],
      [texts.nodes.processors, count(memory.processors)],
      [texts.nodes.started, ago(memory.startedAt)],
    ], html`<meter min="0" max=${memory.maxBytes} .value=${memory.usedBytes} aria-label=${texts.nodes.memory}></meter>`);
  }
}

function facts(rows) {
  return rows.length ? html`<dl class="system-facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd class="number">${value}</dd></div>`)}</dl>` : nothing;
}

function amounts(byCurrency) {
  const all = Object.entries(byCurrency);
  return all.length ? all.map(([currency, minor]) => money(minor, currency)).join(' + ') : '–';
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .system-facts { display: grid; gap: var(--s2); margin: 0; }
  .system-facts > div { display: flex; flex-wrap: wrap; gap: 0 var(--s4); justify-content: space-between; }
  .system-facts dt { color: var(--quiet); }
  .system-facts dd { margin: 0; min-width: 0; text-align: end; overflow-wrap: anywhere; }
  system-page .card { align-content: start; }
  system-page .cards .card-head > div:first-child { flex-basis: 6rem; }
  system-page meter { width: 100%; }
  system-page .cards { grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); }
  system-page details li { overflow-wrap: anywhere; }
`);
document.adoptedStyleSheets.push(sheet);

customElements.define('system-page', SystemPage);
