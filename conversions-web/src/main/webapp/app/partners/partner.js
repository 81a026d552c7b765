import { html, nothing } from 'lit';
import { call, readAll } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here } from '../components/listing.js';
import { badge, cardHead, empty, head, table } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { countryName } from '../customers/countries.js';
import { submitting } from '../forms.js';
import { count, day, money } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { inEach } from './list.js';
import './partner-people.js';
import './payout-profile.js';
import './tags.js';

const texts = await textsOf('partners/partners');

/** A partner: figures, links, and the way to another link. */
class Partner extends AddressedPage {
  #making = false;
  #banning = false;

  async look() {
    const [partner, [groups]] = await Promise.all([call('GET', `/partners/${encodeURIComponent(this.rest[0])}`), readAll('/groups')]);
    return { partner, groups: groups ?? [] };
  }

  #make(open) {
    this.#making = open;
    this.requestUpdate();
  }

  #send = submitting(async ({ url, key }) => {
    await call('POST', '/partners/links', { partnerId: this.found.partner.id, url: url || undefined, key: key || undefined });
    this.#make(false);
    say(texts.made);
    await this.reload();
  });

  /** @param {'deactivated'|'approved'} status */
  #become(status, partner) {
    confirm({
      title: texts.becomes[status].title(partner.name),
      text: texts.becomes[status].text,
      button: texts.becomes[status].button,
      action: async () => {
        await (status === 'approved' ? call('PATCH', `/partners/${partner.id}`, { status }) : call('POST', '/partners/deactivate', { partnerId: partner.id }));
        say(texts.becomes[status].done);
        await this.reload();
      },
    });
  }

  #ban(open) {
    this.#banning = open;
    this.requestUpdate();
  }

  #sendBan = submitting(async ({ reason }) => {
    await call('POST', '/partners/ban', { partnerId: this.found.partner.id, reason });
    this.#ban(false);
    say(texts.becomes.banned.done);
    await this.reload();
  });

  async #change(partner, changes, done) {
    try {
      await call('PATCH', `/partners/${partner.id}`, changes);
      say(done);
    } catch (error) {
      say(error.message, 'negative', error.lang);
    }
    await this.reload();
  }

  shown({ partner, groups }) {
    return html`
      <a class="backward" href=${here('/app/partners')}>${icon('left')}${texts.all}</a>
      ${head(partner.name, nothing, html`${partner.status === 'approved' ? nothing : badge('caution', texts.partnerStatuses[partner.status] ?? partner.status)}
        <a class="button" href=${here(`/app/partners/commissions?partnerId=${partner.id}`)}>${texts.toCommissions}</a>
        ${session.is('member') ? this.#ends(partner) : nothing}`)}
      <div class="stack wide">${this.#figures(partner)}
        <div class="columns">${this.#links(partner)}<div class="stack wide">${this.#facts(partner, groups)}<c-partner-people .partner=${partner}></c-partner-people><c-payout-profile partnerId=${partner.id}></c-payout-profile></div></div></div>
      ${this.#dialog()}${this.#banDialog(partner)}`;
  }

  #ends(partner) {
    const next = { approved: ['deactivated', 'banned'], deactivated: ['approved', 'banned'], banned: ['approved'] }[partner.status] ?? [];
    return next.map((status) => html`<button class="button ${status === 'approved' ? '' : 'danger'}" type="button" @click=${() => (status === 'banned' ? this.#ban(true) : this.#become(status, partner))}>${texts.becomes[status].button}</button>`);
  }

  #figures(partner) {
    const { currency } = session.workspace;
    const figures = [
      [texts.columns.clicks, count(partner.totalClicks)], [texts.columns.leads, count(partner.totalLeads)], [texts.columns.sales, count(partner.totalSales)],
      [texts.columns.revenue, money(partner.totalSaleAmount, currency)], [texts.columns.earned, inEach(partner.earningsByCurrency, 'earnings', currency)],
      [texts.columns.owed, inEach(partner.earningsByCurrency, 'owedEarnings', currency)],
    ];
    return html`<section class="figures plainly" aria-label=${partner.name}>${figures.map(([name, value]) => html`<div class="figure"><span>${name}</span><b>${value}</b></div>`)}</section>`;
  }

  #links({ links }) {
    const { currency } = session.workspace;
    return html`<section class="card flush listing" aria-label=${texts.links}>
      ${cardHead(texts.links, nothing, session.is('member') ? html`<button class="button small" type="button" @click=${() => this.#make(true)}>${icon('plus')}<span>${texts.newLink}</span></button>` : nothing)}
      ${links?.length ? table(texts.links, [
    { label: texts.columns.link, cell: ({ id, shortLink, url }) => html`<a class="cell-title" href=${here(`/app/links/${id}`)}>${shortLink.replace(/^https?:\/\//, '')}</a><div class="quiet small">${url}</div>` },
    { label: texts.columns.clicks, end: true, cell: ({ clicks }) => count(clicks) },
    { label: texts.columns.leads, end: true, cell: ({ leads }) => count(leads) },
    { label: texts.columns.sales, end: true, cell: ({ sales }) => count(sales) },
    { label: texts.columns.revenue, end: true, cell: ({ saleAmount }) => html`<span class="nowrap">${money(saleAmount, currency)}</span>` },
  ], links) : empty('link', texts.noLinks, texts.noLinksText)}</section>`;
  }

  #facts(partner, groups) {
    const { names } = texts;
    const rows = [
      [names.email, partner.email && html`<c-copy .text=${partner.email} label=${names.email}></c-copy>`],
      [names.id, html`<c-copy .text=${partner.id} label=${texts.copyId}></c-copy>`],
      [names.tenantId, partner.tenantId && html`<c-copy .text=${partner.tenantId} label=${names.tenantId}></c-copy>`],
      [names.country, countryName(partner.country)],
      [names.group, groups.length > 1 && session.is('member') ? html`<select class="input" aria-label=${names.group} @change=${(event) => this.#change(partner, { groupId: event.target.value }, texts.moved)}>
        ${groups.map(({ id, name }) => html`<option value=${id} ?selected=${id === partner.groupId}>${name}</option>`)}</select>` : groups.find(({ id }) => id === partner.groupId)?.name],
      [names.moves, groups.some(({ moveRules }) => moveRules.length) ? html`<select class="input" aria-label=${names.moves} @change=${(event) => this.#change(partner, { groupMoveDisabled: event.target.value === 'true' }, texts.noted)} ?disabled=${!session.is('member')}>
        ${['false', 'true'].map((value) => html`<option value=${value} ?selected=${value === String(partner.groupMoveDisabled)}>${texts.moves[value]}</option>`)}</select>` : null],
      [names.tags, html`<c-partners-tags .partner=${partner} ?writes=${session.is('member')} @changed=${() => this.reload()}></c-partners-tags>`],
      [names.since, day(partner.createdAt)],
    ];
    return html`<section class="card" aria-label=${texts.facts}><h2>${texts.facts}</h2><dl class="facts narrow">${rows.filter(([, value]) => value).map(([name, value]) => html`
      <div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
  }

  #banDialog({ name }) {
    const { banned } = texts.becomes;
    return html`<c-dialog heading=${banned.title(name)} .open=${this.#banning} @closed=${() => this.#ban(false)}>
      <form class="stack" novalidate @submit=${this.#sendBan}><p>${banned.text}</p>
        <c-choice name="reason" label=${texts.banReason} required .options=${Object.entries(texts.banReasons).map(([value, text]) => ({ value, text }))}></c-choice><c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#ban(false)}>${texts.cancel}</button>
          <button class="button primary danger" type="submit"><span>${banned.button}</span></button></div></form></c-dialog>`;
  }

  #dialog() {
    const { fields } = texts;
    return html`<c-dialog heading=${texts.newLink} .open=${this.#making} @closed=${() => this.#make(false)}>
      <form class="stack" novalidate @submit=${this.#send}>
        <c-field name="url" label=${fields.url} look="mono" maxlength="4000" placeholder="https://"></c-field>
        <c-field name="key" label=${fields.key} look="mono" hint=${fields.keyHint}></c-field>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#make(false)}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.make}</span></button></div>
      </form></c-dialog>`;
  }
}

customElements.define('c-partner', Partner);
