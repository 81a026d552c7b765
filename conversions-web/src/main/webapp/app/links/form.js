import { html, nothing } from 'lit';
import { call } from '../api.js';
import { copy } from '../components/copy.js';
import { icon } from '../components/icons.js';
import { head } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { modeOf, withMode } from '../mode.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { withParameter } from './address.js';
import { basics } from './basics.js';
import { bodyOfChange, bodyOfNew, copyOf, draftOf, EMPTY, fieldsOf } from './draft.js';
import { glance, seriesQuery } from './glance.js';
import { keyProblem } from './key.js';
import { backTo, stateBadges } from './parts.js';
import { ownDomain, places } from './places.js';
import { remove } from './row-menu.js';
import { sections } from './sections.js';
import { bare } from './state.js';
import './preview.js';
import './qr.js';

const texts = await textsOf('links/link-form');
const TYPING_MILLIS = 300;
const NEW = 'new';

/** A link's own page: its figures at a glance, everything that can be said of it, and where its visitors land. */
class LinkForm extends Page {
  static properties = { ...Page.properties, name: {}, search: {}, free: { state: true }, qr: { state: true } };

  #link = null;
  #before = EMPTY;
  #draft = EMPTY;
  /** The draft as the form was opened, which says what is unfolded. */
  #first = EMPTY;
  #places = null;
  #series = [];
  #asking = 0;

  willUpdate(changed) {
    if (changed.get('name') !== undefined || changed.get('search') !== undefined) {
      this.reload();
    }
  }

  async load() {
    const given = new URLSearchParams(this.search);
    const like = this.name === NEW ? given.get('from') : this.name;
    const mode = modeOf(this.search);
    const [link, known, series] = await Promise.all([like ? call('GET', `/links/${encodeURIComponent(like)}?mode=${mode}`) : null, places(),
      this.name === NEW ? [] : call('GET', seriesQuery(this.name, mode))]);
    this.#places = known;
    this.#series = series;
    this.#link = this.name === NEW ? null : link;
    this.#before = this.#link ? draftOf(link) : EMPTY;
    this.#draft = this.#link ? this.#before : link ? copyOf(link) : { ...EMPTY, url: given.get('url') ?? '', domain: this.#primary() };
    this.#first = this.#draft;
    this.free = null;
  }

  #primary() {
    return this.#places.domains.find(({ primary, verified }) => primary && verified)?.slug ?? '';
  }

  set(change) {
    this.#draft = { ...this.#draft, ...change };
    if ('key' in change || 'domain' in change) {
      this.#askWhetherFree();
    }
    this.requestUpdate();
  }

  /** Asks the server a moment after the last letter. */
  #askWhetherFree() {
    clearTimeout(this.#asking);
    const { key, domain } = this.#draft;
    if (!key || key === this.#before.key && domain === this.#before.domain) {
      this.free = null;
      return;
    }
    this.free = keyProblem(key) ?? 'asking';
    if (this.free === 'asking') {
      this.#asking = setTimeout(async () => {
        const taken = await call('GET', `/links/exists?${new URLSearchParams({ domain: domain || ownDomain(), key })}`).catch(() => null);
        if (key === this.#draft.key && domain === this.#draft.domain) {
          this.free = taken === null ? null : taken ? 'taken' : 'free';
        }
      }, TYPING_MILLIS);
    }
  }

  #typed(event) {
    const { name, value } = event.target;
    if (name?.startsWith('utm_') || name === 'ref') {
      this.set({ url: withParameter(this.#draft.url, name, value) });
    } else if (Object.hasOwn(EMPTY, name ?? '')) {
      this.set({ [name]: event.target.type === 'checkbox' ? event.target.checked : value });
    }
  }

  #save = submitting(async (values, form) => {
    try {
      const made = this.#link ? await call('PATCH', `/links/${this.#link.id}`, bodyOfChange(this.#draft, this.#before))
        : await call('POST', '/links', bodyOfNew(this.#draft));
      say(this.#link ? texts.saved : texts.made(bare(made.shortLink)));
      this.#before = this.#draft;
      if (this.#link) {
        await this.reload();
      } else {
        navigate(withMode(`/app/links/${made.id}`, modeOf(this.search)), { replace: true });
        scrollTo(0, 0);
      }
    } catch (error) {
      // What is wrong may stand in a part that is folded away, or in a list that is no field.
      const field = error.field && form.querySelector(`c-field[name="${error.field}"], c-choice[name="${error.field}"]`);
      field?.closest('details')?.setAttribute('open', '');
      if (error.field && !field) {
        error.message = `${texts.about[error.field] ?? error.field}: ${error.message}`;
      }
      throw error;
    }
  });

  #changed() {
    return JSON.stringify(fieldsOf(this.#draft)) !== JSON.stringify(fieldsOf(this.#before));
  }

  content() {
    const link = this.#link;
    const writes = session.is('member');
    return html`${backTo(withMode('/app/links', modeOf(this.search)), texts.back)}
      ${link ? head(html`${bare(link.shortLink)} ${stateBadges(link)}`, nothing, this.#actions(link)) : head(texts.newTitle, texts.newLead)}
      <div class="stack wide">
        ${link ? glance(link.id, this.#series, session.workspace.currency) : nothing}
        <div class="split">
          <form class="stack" novalidate @submit=${this.#save} @input=${this.#typed} @change=${this.#typed}>
            <fieldset class="stack" ?disabled=${!writes}><legend class="unseen">${texts.fields}</legend>
              ${basics(this.#view())}${sections(this.#view())}</fieldset>
            ${writes ? html`<div class="save-bar"><c-problem></c-problem><div class="form-end right">${link ? nothing : html`<a class="button" href=${withMode('/app/links', modeOf(this.search))}>${texts.cancel}</a>`}
              <button class="button primary" type="submit" ?disabled=${Boolean(link) && !this.#changed()}><span>${link ? texts.save : texts.make}</span></button></div></div>` : nothing}
          </form>
          <aside>
            <c-link-preview .link=${{ ...fieldsOf(this.#draft), url: this.#draft.url.trim() }} .domain=${this.#places.domains.find(({ slug }) => slug === this.#draft.domain) ?? null}
              vocabulary=${session.workspace.vocabulary}></c-link-preview>
          </aside>
        </div>
      </div>
      <c-link-qr .link=${this.qr ?? null} @closed=${() => { this.qr = null; }}></c-link-qr>`;
  }

  /** Everything that the parts of the form need to know. */
  #view() {
    return {
      draft: this.#draft, first: this.#first, link: this.#link, places: this.#places, free: this.free ?? null, set: (change) => this.set(change),
      tagMade: (tag) => { this.#places.tags = [...this.#places.tags, tag]; this.set({ tagIds: [...this.#draft.tagIds, tag.id] }); },
    };
  }

  #actions(link) {
    const copied = (event) => copy(link.shortLink, event.currentTarget);
    return html`<button class="button" type="button" @click=${copied}>${icon('copy')}<span>${texts.copy}</span></button>
      <button class="button" type="button" @click=${() => { this.qr = link; }}>${icon('qr')}<span>${texts.qr}</span></button>
      ${session.is('member') ? html`<button class="button danger" type="button" @click=${() => remove(link, async () => navigate(withMode('/app/links', modeOf(this.search))))}>
        ${icon('trash')}<span>${texts.delete}</span></button>` : nothing}`;
  }
}

customElements.define('c-link-form', LinkForm);
