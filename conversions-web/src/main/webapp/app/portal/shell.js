import { html, LitElement, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import { whenSessionEnds } from '../api.js';
import '../components/confirm.js';
import '../components/copy.js';
import { pageElement } from '../components/element.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import '../components/toasts.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { portal } from './portal.js';
import { go, viewAt } from './router.js';
import { side } from './side.js';

const texts = await textsOf('referrals/portal');
const frame = await textsOf('frame/frame');

/** The frame of the partner portal: finds out who is there and which programs are theirs, and shows the view that the address names. */
class PortalShell extends LitElement {
  #view = null;
  #failure = null;
  #loaded = false;
  /** Grows with each step, so that a view that loads slowly does not come after a later one. */
  #step = 0;

  createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    whenSessionEnds(() => this.#signedOut());
    session.addEventListener('changed', () => this.requestUpdate());
    portal.addEventListener('changed', () => this.#loaded && this.#arrive());
    addEventListener('hashchange', () => this.#arrive());
    document.addEventListener('visibilitychange', () => this.#lookAgain());
    this.#begin();
  }

  async #begin() {
    // The code of the view comes while the server is asked who is there.
    import(`./views/${viewAt(location.hash).name}.js`).catch(() => {});
    try {
      await portal.load();
      this.#loaded = true;
      this.#failure = null;
      await this.#arrive();
    } catch (error) {
      this.#failure = error;
      this.requestUpdate();
    }
  }

  /** Shows the view that the address names, or the way to it. */
  async #arrive() {
    const view = viewAt(location.hash);
    const elsewhere = this.#wayOf(view);
    if (elsewhere) {
      go(elsewhere, { replace: true });
      return;
    }
    portal.choose(view.partnerId);
    this.#step += 1;
    const step = this.#step;
    const same = this.#view?.name === view.name && this.#view.partnerId === view.partnerId;
    await import(`./views/${view.name}.js`);
    if (step !== this.#step) {
      return;
    }
    this.#view = view;
    document.title = [texts.titles[view.name], portal.current?.programName ?? texts.title].join(' · ');
    this.querySelector('.drawer')?.close();
    this.requestUpdate();
    await this.updateComplete;
    if (!same) {
      scrollTo(0, 0);
      this.#focusTitle();
    }
  }

  /** @returns {string|null} where a visit is led to instead */
  #wayOf(view) {
    if (!session.person) {
      const next = location.hash.replace(/^#\/?/, '');
      return view.open ? null : `#/login${next ? `?next=${encodeURIComponent(next)}` : ''}`;
    }
    if (view.name === 'login' || view.name === 'forgot') {
      return `#/${ownPlace(new URLSearchParams(location.hash.split('?')[1] ?? '').get('next'))}`;
    }
    if (view.name === 'programs' && portal.partners.length === 1) {
      return `#/${portal.partners[0].partnerId}`;
    }
    return view.partnerId && !portal.partners.some(({ partnerId }) => partnerId === view.partnerId) ? '#/lost' : null;
  }

  /** What a screen reader reads first on a new view: its title, once it is there. */
  async #focusTitle() {
    const view = this.querySelector('main')?.firstElementChild;
    for (let wait = 0; wait < 40 && view?.isConnected; wait += 1) {
      const title = view.querySelector('h1');
      if (title) {
        if (!view.contains(document.activeElement)) {
          title.focus({ preventScroll: true });
        }
        return;
      }
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }

  #signedOut() {
    if (session.person) {
      portal.forget();
      this.#view = null;
      this.#arrive();
    }
  }

  /** Another tab may have logged out. */
  async #lookAgain() {
    const before = session.person?.id;
    if (!document.hidden && before) {
      await session.load().catch(() => {});
      if (session.person?.id !== before) {
        location.reload();
      }
    }
  }

  render() {
    if (this.#failure) {
      return html`<main><div class="empty"><span class="round">${icon('alert')}</span><h1>${frame.unreachable}</h1>
        <p lang=${ifDefined(this.#failure.lang)}>${this.#failure.message}</p><button class="button" @click=${() => this.#begin()}>${frame.tryAgain}</button></div></main>`;
    }
    const view = this.#view;
    if (!view) {
      return nothing;
    }
    const framed = Boolean(session.person) && !view.open;
    this.className = framed ? 'framed' : '';
    const shown = keyed(`${view.name} ${view.partnerId}`, pageElement(`portal-${view.name}`, view.rest));
    return html`${framed ? this.#frame(view, shown) : shown}<c-confirm></c-confirm><c-toasts></c-toasts>`;
  }

  #frame(view, shown) {
    return html`
      <a class="button primary skip" href="#content" @click=${this.#toContent}>${frame.toContent}</a>
      <header class="topbar">
        <button class="button bare square" type="button" aria-label=${frame.openNavigation} @click=${() => this.querySelector('.drawer').showModal()}>${icon('menu')}</button>
        <span class="grow"><strong>${portal.current?.programName ?? texts.title}</strong></span>
      </header>
      <aside class="side" aria-label=${frame.navigation}>${side(view)}</aside>
      <dialog class="drawer" aria-label=${frame.navigation} @click=${(event) => event.target === event.currentTarget && event.target.close()}>
        <div class="side">${side(view)}</div>
      </dialog>
      <main id="content">${shown}</main>`;
  }

  #toContent(event) {
    event.preventDefault();
    this.querySelector('main h1')?.focus();
  }
}

/** @returns {string} where to go on after the login, as the address says; nothing else than a view */
function ownPlace(next) {
  return next && /^[\w/?&=%.-]+$/.test(next) && !viewAt(`#/${next}`).open ? next : '';
}

customElements.define('c-portal', PortalShell);
