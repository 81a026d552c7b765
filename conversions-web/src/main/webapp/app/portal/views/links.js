import { html, nothing } from 'lit';
import '../../components/dialog.js';
import { icon } from '../../components/icons.js';
import { PAGE_SIZE, parameters } from '../../components/listing.js';
import { empty, head, table } from '../../components/parts.js';
import { say } from '../../components/toasts.js';
import { submitting } from '../../forms.js';
import { count, money } from '../../format.js';
import { textsOf } from '../../texts.js';
import { bare } from '../address.js';
import '../link-card.js';
import { View } from '../view.js';

const texts = await textsOf('portal/portal-links');
const common = await textsOf('frame/common');

/** The links of the partner: what each brought, another one, a change of one, and its QR code. */
class Links extends View {
  /** The link that is edited; an empty object for a new one. */
  #edited = null;
  #pictured = null;

  async look(query) {
    const [rows, details] = await Promise.all([this.portal.get(`/links?${parameters({ search: query.get('search'), page: query.get('page'), pageSize: PAGE_SIZE })}`), this.portal.details()]);
    if (query.has('new')) {
      this.go(this.place.path, { replace: true });
      this.#edited = {};
    }
    return { rows, details };
  }

  #edit(link) {
    this.#edited = link;
    this.requestUpdate();
  }

  #picture(link) {
    this.#pictured = link;
    this.requestUpdate();
  }

  #save = submitting(async ({ url, key }) => {
    const { id } = this.#edited;
    await this.portal.send(id ? 'PATCH' : 'POST', id ? `/links/${id}` : '/links', { url: url || undefined, key: key || undefined });
    say(id ? texts.saved : texts.made);
    this.portal.renew();
    this.#edit(null);
    await this.reload();
  });

  shown({ rows, details }) {
    const add = this.portal.writes ? html`<button class="button primary" type="button" @click=${() => this.#edit({})}>${icon('plus')}<span>${texts.add}</span></button>` : nothing;
    return html`${head(texts.title, texts.lead, add)}
      <section class="card flush listing" aria-label=${texts.title}>
        ${rows.length || this.query.has('page') ? html`${this.#table(rows, this.currency(details))}${this.pager(rows)}` : empty('link', texts.none, texts.noneText)}</section>
      ${this.#dialog(details)}<c-qr .link=${this.#pictured} @closed=${() => this.#picture(null)}></c-qr>`;
  }

  #table(rows, currency) {
    return table(texts.title, [
      { label: texts.columns.link, cell: ({ shortLink, url }) => html`<c-copy class="cell-title" .text=${shortLink} label=${bare(shortLink)}></c-copy><div class="quiet small address">${url}</div>` },
      { label: texts.columns.clicks, end: true, cell: ({ clicks }) => count(clicks) },
      { label: texts.columns.leads, end: true, cell: ({ leads }) => count(leads) },
      { label: texts.columns.sales, end: true, cell: ({ sales }) => count(sales) },
      { label: texts.columns.revenue, end: true, cell: ({ saleAmount }) => html`<span class="nowrap">${money(saleAmount, currency)}</span>` },
      { label: common.actions, actions: true, cell: (link) => html`<div class="row">
        <button class="button small" type="button" aria-label=${texts.qrOf(bare(link.shortLink))} @click=${() => this.#picture(link)}>${icon('qr')}</button>
        ${this.portal.writes ? html`<button class="button small" type="button" aria-label=${texts.editOf(bare(link.shortLink))} @click=${() => this.#edit(link)}>${icon('edit')}<span>${texts.edit}</span></button>` : nothing}</div>` },
    ], rows);
  }

  #dialog() {
    const link = this.#edited;
    return html`<c-dialog heading=${link?.id ? bare(link.shortLink) : texts.add} .open=${Boolean(link)} @closed=${() => this.#edit(null)}>
      ${link ? html`<form class="stack" novalidate @submit=${this.#save}>
        <c-field name="url" label=${texts.url} look="mono" maxlength="4000" placeholder="https://" .hint=${link.id ? undefined : texts.urlHint} ?required=${Boolean(link.id)} .value=${link.url ?? ''}></c-field>
        <c-field name="key" label=${texts.key} look="mono" hint=${link.id ? texts.keyChanged : texts.keyHint} .value=${link.key ?? ''}></c-field>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#edit(null)}>${common.cancel}</button>
          <button class="button primary" type="submit"><span>${link.id ? common.save : texts.make}</span></button></div></form>` : nothing}</c-dialog>`;
  }
}

customElements.define('portal-links', Links);
