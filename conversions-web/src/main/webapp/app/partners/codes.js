import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { badge, cardHead, empty, table } from '../components/parts.js';
import '../components/pick.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { day } from '../format.js';
import { modeOf } from '../mode.js';
import { promises } from '../portal/promises.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import './reward-form.js';

const texts = await textsOf('partners/codes');

/** The discount codes of partners: a purchase with one, and without a click, is the partner's. */
class Codes extends AddressedPage {
  #making = false;
  /** The partner of the new code, with the links that it may be for. */
  #partner = null;
  /** The terms of its own that a code is given. */
  #terms = null;

  async look(query, mode) {
    const [rows, rewards] = await Promise.all([
      call('GET', `/discount-codes?${parameters({ mode, partnerId: query.get('partnerId'), page: query.get('page'), pageSize: PAGE_SIZE })}`), call('GET', '/rewards'),
    ]);
    const ids = [...new Set(rows.map(({ partnerId }) => partnerId))];
    const partners = ids.length ? await Promise.all(ids.map((id) => call('GET', `/partners/${id}`).catch(() => ({ id, name: id, links: [] })))) : [];
    return { rows, partners: new Map(partners.map((partner) => [partner.id, partner])), own: new Map(rewards.filter(({ event, discountCodeId }) => event === 'sale' && discountCodeId).map((reward) => [reward.discountCodeId, reward])) };
  }

  async #choose(id) {
    this.#partner = id ? await call('GET', `/partners/${encodeURIComponent(id)}`).catch(() => null) : null;
    this.requestUpdate();
  }

  #make(open) {
    this.#making = open;
    this.#partner = null;
    this.requestUpdate();
  }

  #send = submitting(async ({ linkId, code, promotionCodeId }, form) => {
    if (!this.#partner || !linkId) {
      form.querySelector('c-problem').show(texts.partnerMissing);
      return;
    }
    const made = await call('POST', '/discount-codes', {
      partnerId: this.#partner.id, linkId, code: code || undefined, promotionCodeId: promotionCodeId || undefined, mode: modeOf(location.search),
    });
    say(texts.made(made.code));
    this.#make(false);
    await this.reload();
  });

  #end({ id, code }) {
    confirm({
      title: texts.endTitle(code),
      text: texts.endText,
      button: texts.end,
      action: async () => {
        await call('DELETE', `/discount-codes/${id}?${parameters({ mode: modeOf(location.search) })}`);
        say(texts.ended(code));
        await this.reload();
      },
    });
  }

  #edit(terms) {
    this.#terms = terms;
    this.requestUpdate();
  }

  shown({ rows, partners, own }) {
    const filtered = this.query.has('partnerId');
    const add = session.is('member') ? html`<button class="button primary" type="button" @click=${() => this.#make(true)}>${icon('plus')}<span>${texts.add}</span></button>` : nothing;
    return html`<section class="card flush listing" aria-label=${texts.title}>${cardHead(texts.title, texts.lead, add)}
      <div class="filterbar" role="search"><c-pick class="picked" kind="partnerId" label=${texts.anyPartner} .chosen=${this.query.get('partnerId')} @picked=${(event) => this.set({ partnerId: event.detail })}></c-pick>
        ${this.clearing(['partnerId'])}</div>
      ${rows.length || this.query.has('page') ? html`${this.#table(rows, partners, own)}${this.pager(rows)}` : filtered ? empty('search', texts.noMatch, texts.noMatchText) : empty('tag', texts.none, texts.noneText)}
    </section>${this.#dialog()}<c-reward-form .editing=${this.#terms} @closed=${() => this.#edit(null)} @saved=${() => this.reload()}></c-reward-form>`;
  }

  #table(rows, partners, own) {
    return table(texts.title, [
      { label: texts.columns.code, cell: ({ code, active }) => html`<c-copy class="cell-title" .text=${code} label=${code}></c-copy> ${active ? nothing : badge('caution', texts.inactive)}` },
      { label: texts.columns.partner, cell: ({ partnerId }) => html`<a href=${here(`/app/partners/${partnerId}`)}>${partners.get(partnerId)?.name ?? partnerId}</a>` },
      { label: texts.columns.link, cell: ({ partnerId, linkId }) => html`<a href=${here(`/app/links/${linkId}`)}>${shortOf(partners.get(partnerId), linkId)}</a>` },
      { label: texts.columns.terms, cell: ({ id }) => (own.has(id) ? promises(own.get(id), session.workspace.currency).join(' ') : html`<span class="quiet">${texts.ofGroup}</span>`) },
      { label: texts.columns.since, end: true, cell: ({ createdAt }) => html`<time class="nowrap" datetime=${createdAt}>${day(createdAt)}</time>` },
      { label: texts.columns.actions, actions: true, cell: (code) => (session.is('member') ? html`<div class="row"><button class="button small" type="button" aria-label=${texts.termsOf(code.code)} @click=${() => this.#edit({ event: 'sale', discountCodeId: code.id, reward: own.get(code.id) ?? null })}>${texts.setTerms}</button><button class="button small danger" type="button" aria-label=${texts.endOf(code.code)} @click=${() => this.#end(code)}>${texts.end}</button></div>` : nothing) },
    ], rows);
  }

  #dialog() {
    const links = this.#partner?.links ?? [];
    return html`<c-dialog heading=${texts.add} .open=${this.#making} @closed=${() => this.#make(false)}>
      ${this.#making ? html`<form class="stack" novalidate @submit=${this.#send}><p>${texts.addText}</p>
        <div><span class="label" aria-hidden="true">${texts.columns.partner}</span><c-pick kind="partnerId" label=${texts.columns.partner} .chosen=${this.#partner?.id ?? ''} @picked=${(event) => this.#choose(event.detail)}></c-pick></div>
        ${this.#partner ? html`<c-choice name="linkId" label=${texts.columns.link} hint=${texts.linkHint} required .value=${links[0]?.id ?? ''} .options=${links.map(({ id, shortLink }) => ({ value: id, text: shortLink.replace(/^https?:\/\//, '') }))}></c-choice>` : nothing}
        <c-field name="code" label=${texts.columns.code} look="mono" hint=${texts.codeHint}></c-field>
        <c-field name="promotionCodeId" label=${texts.promotion} look="mono" placeholder="promo_…" maxlength="255" hint=${texts.promotionHint}></c-field>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#make(false)}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.make}</span></button></div></form>` : nothing}</c-dialog>`;
  }
}

/** @returns {string} a partner's link as people read it */
function shortOf(partner, linkId) {
  return partner?.links?.find(({ id }) => id === linkId)?.shortLink.replace(/^https?:\/\//, '') ?? linkId;
}

customElements.define('c-codes', Codes);
