import { html, nothing } from 'lit';
import '../../components/dialog.js';
import { icon } from '../../components/icons.js';
import { PAGE_SIZE, parameters } from '../../components/listing.js';
import { badge, empty, head, table } from '../../components/parts.js';
import { say } from '../../components/toasts.js';
import { submitting } from '../../forms.js';
import { day, money } from '../../format.js';
import { LEAD_TONES } from '../../partners/lead-steps.js';
import { textsOf } from '../../texts.js';
import { formDataOf, questionFields } from '../questions.js';
import { View } from '../view.js';

const texts = await textsOf('portal/portal-leads');
const common = await textsOf('frame/common');

/** The leads that the partner submitted: people whom they speak with themselves, and what became of each. */
class Leads extends View {
  #submitting = false;

  async look(query) {
    const [rows, form] = await Promise.all([
      this.portal.get(`/leads?${parameters({ search: query.get('search'), status: query.get('status'), page: query.get('page'), pageSize: PAGE_SIZE })}`), this.portal.get('/leads/form'),
    ]);
    return { rows, fields: form.fields };
  }

  #open(open) {
    this.#submitting = open;
    this.requestUpdate();
  }

  #send = submitting(async ({ name, email, company }, form) => {
    await this.portal.send('POST', '/leads', { name, email, company: company || undefined, formData: formDataOf(this.found.fields, form) });
    say(texts.submitted);
    this.#open(false);
    await this.reload();
  });

  shown({ rows, fields }) {
    const add = this.portal.writes ? html`<button class="button primary" type="button" @click=${() => this.#open(true)}>${icon('plus')}<span>${texts.add}</span></button>` : nothing;
    const filtered = ['search', 'status'].some((name) => this.query.has(name));
    return html`${head(texts.title, texts.lead, add)}
      <section class="card flush listing" aria-label=${texts.title}>
        <div class="filterbar" role="search">${this.searchField(texts.search)}
          ${this.selectField('status', texts.columns.status, [{ value: '', text: texts.anyStatus }, ...Object.entries(texts.statuses).map(([value, text]) => ({ value, text }))])}
          ${this.clearing(['search', 'status'])}</div>
        ${rows.length || this.query.has('page') ? html`${this.#table(rows)}${this.pager(rows)}` : filtered ? empty('search', texts.noMatch, texts.noMatchText) : empty('userplus', texts.none, texts.noneText)}</section>
      ${this.#dialog(fields)}`;
  }

  #table(rows) {
    return table(texts.title, [
      { label: texts.columns.lead, cell: ({ name, email, company }) => html`<span class="cell-title">${name ?? texts.nameless}</span><div class="quiet small">${[company, email].filter(Boolean).join(' · ')}</div>` },
      { label: texts.columns.status, cell: ({ status }) => html`<div class="reasons">${badge(LEAD_TONES[status], texts.statuses[status] ?? status)}<span class="small quiet">${texts.explained[status] ?? ''}</span></div>` },
      { label: texts.columns.sale, end: true, cell: ({ saleAmount, currency }) => (saleAmount === null ? '' : html`<span class="nowrap">${money(saleAmount, currency)}</span>`) },
      { label: texts.columns.at, end: true, cell: ({ createdAt }) => html`<time class="nowrap" datetime=${createdAt}>${day(createdAt)}</time>` },
    ], rows);
  }

  #dialog(fields) {
    return html`<c-dialog heading=${texts.add} .open=${this.#submitting} @closed=${() => this.#open(false)}>
      ${this.#submitting ? html`<form class="stack" novalidate @submit=${this.#send}><p>${texts.addText}</p>
        <c-field name="name" label=${texts.name} required></c-field>
        <div class="fields two"><c-field name="email" label=${common.email} type="email" required></c-field><c-field name="company" label=${texts.company}></c-field></div>
        ${questionFields(fields)}<c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#open(false)}>${common.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.submit}</span></button></div></form>` : nothing}</c-dialog>`;
  }
}

customElements.define('portal-leads', Leads);
