import { html, nothing } from 'lit';
import { call } from '../api.js';
import { languages } from '../components/gate.js';
import { icon } from '../components/icons.js';
import { submitting } from '../forms.js';
import { FiguresPage } from '../overview/figures-page.js';
import { CARDS, withoutHidden } from '../overview/groups.js';
import { filterBar, periodBar } from '../overview/toolbar.js';
import { FILTERS, viewOf } from '../overview/view.js';
import { navigate } from '../router.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('overview/share');

const STORED = 'conversions-share';

/** A view that somebody has shared, for whoever has its address: no login, nothing to change, and no customers. */
class SharePage extends FiguresPage {
  #share = null;
  #token = null;
  #gone = false;

  get place() {
    return location.pathname;
  }

  get zone() {
    return this.#share.timezone;
  }

  get currency() {
    return this.#share.currency;
  }

  get money() {
    return this.#share.money;
  }

  /** The share's own, whatever the address says. */
  get mode() {
    return 'live';
  }

  question(query) {
    const filters = new URLSearchParams(query);
    filters.delete('mode');
    return this.#call('GET', `/share/analytics?${filters}`);
  }

  #call(method, path, body) {
    return call(method, path, body, { Authorization: `Bearer ${this.#token}` });
  }

  async load() {
    this.#token = stored(this.rest[0]) ?? this.rest[0];
    try {
      this.#share = await this.#call('GET', '/share');
    } catch (error) {
      if (error.status === 404 && this.#token !== this.rest[0]) {
        // What the password opened has ended; the share itself may go on.
        keep(this.rest[0], null);
        await this.load();
        return;
      }
      if (error.status !== 404) {
        throw error;
      }
      this.#gone = true;
      return;
    }
    if (this.#share.needsPassword) {
      return;
    }
    document.title = `${this.#share.name ?? this.#share.workspaceName} · Conversions`;
    if (!location.search) {
      navigate(`${location.pathname}${ownPart(this.#share.query)}`, { replace: true });
    }
    this.begin();
  }

  #prove = submitting(async ({ password }) => {
    const { token } = await this.#call('POST', '/share/session', { password });
    keep(this.rest[0], token);
    await this.reload();
  });

  content() {
    if (this.#gone) {
      return html`<main class="shared"><div class="empty"><span class="round">${icon('lock')}</span><h1 tabindex="-1">${texts.gone}</h1><p>${texts.goneText}</p></div>${languages()}</main>`;
    }
    if (this.#share.needsPassword) {
      return html`<main class="shared narrow"><section class="card"><h1 tabindex="-1">${texts.locked}</h1>
        <form class="stack" novalidate @submit=${this.#prove}><c-field name="password" type="password" label=${texts.password} required autocomplete="current-password"></c-field>
          <c-problem></c-problem><button class="button primary" type="submit"><span>${texts.open}</span></button></form></section>${languages()}</main>`;
    }
    if (!this.view) {
      return nothing;
    }
    const { view, questions } = this;
    const go = (other) => this.go(other);
    const fixed = viewOf(`?${this.#share.query}`).filters;
    return html`<main class="shared">
      <header class="page-head overview-head">
        <div><h1 tabindex="-1">${this.#share.name ?? this.#share.workspaceName}</h1>${this.#share.name ? html`<p class="quiet">${texts.by(this.#share.workspaceName)}</p>` : nothing}</div>
        ${periodBar({ view, questions, go, shift: (way) => this.shift(way) })}
      </header>
      ${filterBar({ view, names: this.names, go, fixed })}
      ${this.main()}
      <div class="breakdowns">${this.breakdowns(withoutHidden(CARDS))}</div>${languages()}</main>`;
  }
}

/** @returns {string} the address of the shared view without what holds whatever the address says */
function ownPart(query) {
  const own = new URLSearchParams(query);
  ['mode', ...FILTERS].forEach((name) => own.delete(name));
  return own.size ? `?${own}` : '';
}

function stored(token) {
  try {
    return sessionStorage.getItem(`${STORED} ${token}`);
  } catch {
    return null;
  }
}

function keep(token, proven) {
  try {
    if (proven) {
      sessionStorage.setItem(`${STORED} ${token}`, proven);
    } else {
      sessionStorage.removeItem(`${STORED} ${token}`);
    }
  } catch {
    // It is asked for again on the next visit.
  }
}

customElements.define('share-page', SharePage);
