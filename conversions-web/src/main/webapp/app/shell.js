import './shared.js';
import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { pageElement } from './components/element.js';
import { call, whenSessionEnds } from './api.js';
import { modeOf, withMode } from './mode.js';
import { gate, navigate, ownPath, pageAt, whenNavigated } from './router.js';
import { session } from './session.js';
import { modeBand, side } from './components/side.js';
import { textsOf } from './texts.js';
import { icon } from './components/icons.js';
import './components/confirm.js';
import './components/copy.js';
import './components/field.js';
import './components/jump.js';
import './components/menu.js';
import './components/toasts.js';
import { whileShown } from './shortcuts.js';

const texts = await textsOf('frame/frame');

/** The frame of all pages: finds out who is there, loads the page of the address, and puts the navigation beside it. */
class Shell extends LitElement {
  #page = null;
  #failure = null;
  /** Grows with each step, so that a page that loads slowly does not come after a later one. */
  #step = 0;

  createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    whenSessionEnds(() => this.#signedOut());
    session.addEventListener('changed', () => this.requestUpdate());
    whenNavigated(() => this.#arrive());
    whileShown({ C: () => session.workspace && session.is('member') && navigate(withMode('/app/links/new', modeOf(location.search))) });
    document.addEventListener('visibilitychange', () => this.#lookAgain());
    await this.#begin();
  }

  async #begin() {
    try {
      await session.load();
      this.#failure = null;
      await this.#arrive();
    } catch (error) {
      this.#failure = error;
      this.requestUpdate();
    }
  }

  /** Shows the page that the address names, or the way to it. */
  async #arrive() {
    const page = pageAt(location.pathname);
    if (!page.open && await this.#isElsewhere()) {
      location.replace('/partners/');
      return;
    }
    const way = gate(page, session);
    if (way === 'login') {
      const next = location.pathname + location.search;
      navigate(next === '/app/' ? '/app/login' : `/app/login?next=${encodeURIComponent(next)}`, { replace: true });
      return;
    }
    if (way === 'home') {
      navigate(ownPath(new URLSearchParams(location.search).get('next'), location.origin), { replace: true });
      return;
    }
    this.#step += 1;
    const step = this.#step;
    const same = this.#page?.name === page.name && this.#page.rest.length > 0 === page.rest.length > 0;
    await import(`./bundles/${page.bundle}.js`);
    if (step !== this.#step) {
      return;
    }
    this.#page = page;
    document.title = `${texts.titles[page.name]} · Conversions`;
    this.querySelector('.drawer')?.close();
    this.requestUpdate();
    await this.updateComplete;
    if (!same) {
      scrollTo(0, 0);
      this.#focusTitle();
    }
  }

  /** @returns {Promise<boolean>} whether the person belongs to partners only, who have pages of their own */
  async #isElsewhere() {
    return Boolean(session.person) && session.workspaces.length === 0 && !session.person.operator
      && (await call('GET', '/portal').catch(() => null))?.partners.length > 0;
  }

  /** What a screen reader reads first on a new page: its title, once it is there. */
  async #focusTitle() {
    const page = this.querySelector('main')?.firstElementChild;
    for (let wait = 0; wait < 40 && page?.isConnected; wait += 1) {
      const title = page.querySelector('h1');
      if (title) {
        if (!page.contains(document.activeElement)) {
          title.focus({ preventScroll: true });
        }
        return;
      }
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }

  #signedOut() {
    if (session.person) {
      session.forget();
      this.#page = null;
      this.#arrive();
    }
  }

  /** Another tab may have logged out or gone to another workspace. */
  async #lookAgain() {
    const before = session.workspace?.id;
    if (document.hidden || !session.person) {
      return;
    }
    try {
      await session.load();
    } catch {
      return; // The next call says what is wrong.
    }
    if (!session.person || session.workspace?.id !== before) {
      location.reload();
    }
  }

  render() {
    if (this.#failure) {
      return this.#unreachable();
    }
    const page = this.#page;
    if (!page) {
      return nothing;
    }
    const framed = !page.plain && Boolean(session.person);
    this.className = framed ? 'framed' : '';
    const shown = keyed(`${page.name} ${session.workspace?.id}`, pageElement(`${page.name}-page`, page.rest));
    return html`
      ${framed ? this.#frame(page, shown) : shown}
      ${framed ? html`<c-jump></c-jump>` : nothing}<c-confirm></c-confirm><c-toasts></c-toasts><c-shortcuts></c-shortcuts>`;
  }

  #frame(page, shown) {
    return html`
      <a class="button primary skip" href="#content" @click=${this.#toContent}>${texts.toContent}</a>
      <header class="topbar">
        <button class="button bare square" type="button" aria-label=${texts.openNavigation} @click=${() => this.querySelector('.drawer').showModal()}>${icon('menu')}</button>
        <span class="grow"><strong>${texts.titles[page.name]}</strong></span>
        <a class="brand" href="/app/" aria-label=${texts.titles.overview}><img src="/app/icon.svg" alt=""></a>
      </header>
      <aside class="side" aria-label=${texts.navigation}>${side(page)}</aside>
      <dialog class="drawer" aria-label=${texts.navigation} @click=${(event) => event.target === event.currentTarget && event.target.close()}>
        <div class="side">${side(page)}</div>
      </dialog>
      <main id="content">${modeBand(page)}${shown}</main>`;
  }

  #toContent(event) {
    event.preventDefault();
    this.querySelector('main h1')?.focus();
  }

  #unreachable() {
    return html`<main><div class="empty"><span class="round">${icon('alert')}</span><h1>${texts.unreachable}</h1>
      <p>${this.#failure.message}</p><button class="button" @click=${() => this.#begin()}>${texts.tryAgain}</button></div></main>`;
  }
}

customElements.define('c-shell', Shell);
