import { html, nothing } from 'lit';
import { call, readAll } from '../api.js';
import { checklist, nextStep } from '../checklist.js';
import { empty } from '../components/parts.js';
import { count } from '../format.js';
import { FiguresPage } from '../overview/figures-page.js';
import { CARDS } from '../overview/groups.js';
import '../overview/notes.js';
import '../overview/shares.js';
import { filterBar, periodBar } from '../overview/toolbar.js';
import { searchOf } from '../overview/view.js';
import '../overview/views.js';
import { navigate } from '../router.js';
import '../sample/sample.js';
import { session } from '../session.js';
import '../stream/stream.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('overview/overview');

const LIVE_MILLIS = 10_000;
const LIVE_MINUTES = 5;

/** The overview: what came of the links in a period, and what happens now. */
class OverviewPage extends FiguresPage {
  #live = null;
  #nothingYet = false;
  /** The last question about notes: an answer to an earlier one comes too late. */
  #asked = null;

  get place() {
    return '/app/';
  }

  get zone() {
    return session.workspace.timezone;
  }

  get currency() {
    return session.workspace.currency;
  }

  question(query) {
    return call('GET', `/analytics?${query}`);
  }

  async load() {
    if (!session.workspace) {
      navigate('/app/start', { replace: true });
      return;
    }
    this.begin();
    this.every(LIVE_MILLIS, () => this.#lookLive());
    this.#lookLive();
  }

  async arrived() {
    await this.#readNotes();
    this.#nothingYet = !this.rows.some((row) => row.clicks || row.sales || row.leads) && await this.#isNew();
  }

  async #readNotes() {
    const { period } = this.questions;
    const asked = Symbol('notes');
    this.#asked = asked;
    const [notes] = await readAll(`/notes${period.from ? `?start=${period.from}&end=${period.to}` : ''}`);
    if (asked === this.#asked) {
      this.notes = notes ?? [];
      this.requestUpdate();
    }
  }

  /** A workspace in which nothing has happened yet shows the first steps in place of empty charts. */
  async #isNew() {
    const [links, connections, live, test] = await readAll('/links?pageSize=1', '/stripe/connections', '/analytics?event=composite&interval=all', '/analytics?event=composite&interval=all&mode=test');
    const steps = checklist({ links: links ?? [], connections: connections ?? [], live: live ?? {}, test: test ?? {} });
    return Boolean(nextStep(steps)) && !live?.clicks && !test?.sales && this.mode === 'live';
  }

  async #lookLive() {
    const start = new Date(Date.now() - LIVE_MINUTES * 60_000).toISOString();
    const { clicks } = await call('GET', `/analytics?event=clicks&start=${start}`);
    this.#live = clicks;
    if (this.#nothingYet && clicks) {
      await this.refresh();
    }
    this.requestUpdate();
  }

  content() {
    if (!this.view) {
      return nothing;
    }
    const { view, questions, mode } = this;
    const search = searchOf(view, mode);
    const go = (other) => this.go(other);
    return html`
      <header class="page-head overview-head">
        <div><h1 tabindex="-1">${texts.title}</h1><div class="live quiet">${this.#live === null ? html`&nbsp;` : html`<span class="pulse" aria-hidden="true"></span>${texts.live(this.#live, count(this.#live))}`}
          <c-sample slim @sample=${() => this.refresh()}></c-sample></div></div>
        <div class="row head-tools"><c-views search=${search}></c-views><c-shares search=${search}></c-shares>${periodBar({ view, questions, go, shift: (way) => this.shift(way) })}</div>
      </header>
      ${filterBar({ view, names: this.names, go })}
      ${this.#nothingYet ? html`<section class="card">${empty('chart', texts.nothingYet, texts.nothingYetText, html`<a class="button primary" href="/app/start">${texts.firstSteps}</a>`)}</section>`
    : this.main(html`<c-notes .notes=${this.notes} zone=${this.zone} @changed=${() => this.#readNotes()}></c-notes>`)}
      <div class="breakdowns"><c-stream mode=${mode}></c-stream>${this.#nothingYet ? nothing : this.breakdowns(CARDS)}</div>`;
  }
}

customElements.define('overview-page', OverviewPage);
