import { html, nothing } from 'lit';
import { call, readAll } from '../api.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { badge, empty, note, table } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { countries } from '../customers/countries.js';
import { submitting } from '../forms.js';
import { count, money } from '../format.js';
import { modeOf } from '../mode.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { partnerTags } from './tags.js';

const texts = await textsOf('partners/partners');
const tagTexts = await textsOf('partners/tags');
const FILTERS = ['search', 'groupId', 'partnerTagId'];

/** The partners with their figures, and the way to enroll another one. */
class PartnerList extends AddressedPage {
  #adding = false;
  #sorting = false;

  async look(query) {
    const asked = parameters({ ...Object.fromEntries(FILTERS.map((name) => [name, query.get(name)])), sortBy: query.get('sort'), page: query.get('page'), pageSize: PAGE_SIZE });
    const [[rows, program, groups], tags] = await Promise.all([readAll(`/partners?${asked}`, '/program', '/groups'), partnerTags().catch(() => [])]);
    return { rows: rows ?? [], program, groups: groups ?? [], tags };
  }

  #add(open) {
    this.#adding = open;
    this.requestUpdate();
  }

  #sort(open) {
    this.#sorting = open;
    this.requestUpdate();
  }

  #enroll = submitting(async ({ email, name, country, tenantId, url }) => {
    const partner = await call('POST', '/partners', {
      email, name: name || undefined, country: country || undefined, tenantId: tenantId || undefined, linkProps: url ? { url } : undefined,
    });
    say(texts.enrolled(partner.name));
    navigate(here(`/app/partners/${partner.id}`));
  });

  shown({ rows, program, groups, tags }) {
    const filter = (name, any, list) => (list.length ? this.selectField(name, any, [{ value: '', text: any }, ...list.map((one) => ({ value: one.id, text: one.name }))]) : nothing);
    const add = session.is('member') ? html`<button class="button primary" type="button" @click=${() => this.#add(true)}>${icon('plus')}<span>${texts.add}</span></button>` : nothing;
    return html`<div class="stack wide">
      ${modeOf(location.search) === 'live' ? nothing : note('info', html`<p>${texts.liveOnly}</p>`)}
      <section class="card flush listing" aria-label=${texts.tabs.partners}>
        <div class="filterbar" role="search">${this.searchField(texts.search)}
          ${this.selectField('sort', texts.sort, Object.entries(texts.sorts).map(([value, text]) => ({ value, text })))}${filter('groupId', texts.anyGroup, groups.length > 1 ? groups : [])}${filter('partnerTagId', tagTexts.any, tags)}${this.clearing(FILTERS)}
          ${session.is('member') ? html`<button class="button" type="button" @click=${() => this.#sort(true)}>${icon('tag')}<span>${tagTexts.manage}</span></button>` : nothing}${add}</div>
        ${rows.length || this.query.has('page') ? html`${this.#table(rows)}${this.pager(rows)}`
    : FILTERS.some((name) => this.query.has(name)) ? empty('search', texts.noMatch, texts.noMatchText) : empty('handshake', texts.none, texts.noneText)}
      </section></div>${this.#dialog(program)}
      <c-managed-tags .open=${this.#sorting} .tags=${tags} @closed=${() => this.#sort(false)} @changed=${() => this.reload()}></c-managed-tags>`;
  }

  #table(rows) {
    const { currency } = session.workspace;
    return table(texts.tabs.partners, [
      { label: texts.columns.partner, cell: partnerCell },
      { label: texts.columns.links, end: true, cell: ({ links }) => count(links?.length) },
      { label: texts.columns.clicks, end: true, cell: ({ totalClicks }) => count(totalClicks) },
      { label: texts.columns.leads, end: true, cell: ({ totalLeads }) => count(totalLeads) },
      { label: texts.columns.sales, end: true, cell: ({ totalSales }) => count(totalSales) },
      { label: texts.columns.revenue, end: true, cell: ({ totalSaleAmount }) => html`<span class="nowrap">${money(totalSaleAmount, currency)}</span>` },
      { label: texts.columns.earned, end: true, cell: ({ earningsByCurrency }) => inEach(earningsByCurrency, 'earnings', currency) },
      { label: texts.columns.owed, end: true, cell: ({ earningsByCurrency }) => inEach(earningsByCurrency, 'owedEarnings', currency) },
    ], rows);
  }

  #dialog(program) {
    const { fields } = texts;
    return html`<c-dialog heading=${texts.add} .open=${this.#adding} @closed=${() => this.#add(false)}>
      <form class="stack" novalidate @submit=${this.#enroll}>
        <c-field name="name" label=${fields.name}></c-field>
        <c-field name="email" label=${fields.email} type="email" required></c-field>
        <c-field name="url" label=${fields.url} look="mono" maxlength="4000" placeholder="https://" hint=${program?.url ? fields.urlProgram(program.url) : fields.urlHint}></c-field>
        <div class="fields two">
          <c-choice name="country" label=${fields.country} .options=${[{ value: '', text: fields.noCountry }, ...countries()]}></c-choice>
          <c-field name="tenantId" label=${fields.tenantId} look="mono" hint=${fields.tenantHint}></c-field></div>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#add(false)}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.enroll}</span></button></div>
      </form></c-dialog>`;
  }
}

function partnerCell({ id, name, email, status, tags }) {
  return html`<div class="row"><a class="cell-title" href=${here(`/app/partners/${id}`)}>${name}</a>${status === 'approved' ? nothing : badge('caution', texts.partnerStatuses[status] ?? status)}${tags.map((tag) => badge('', tag.name))}</div>
    ${email ? html`<div class="quiet small">${email}</div>` : nothing}`;
}

/** Earnings stay in the currency that they were earned in. */
export function inEach(earnings, name, currency) {
  return earnings.length ? html`<div>${earnings.map((one) => html`<div class="nowrap">${money(one[name], one.currency)}</div>`)}</div>` : html`<span class="nowrap">${money(0, currency)}</span>`;
}

customElements.define('c-partner-list', PartnerList);
