import { html, nothing } from 'lit';
import { minorOf } from '../amount.js';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { ago, badge, empty, table } from '../components/parts.js';
import '../components/pick.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { day, money } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import './application-form.js';
import { LEAD_TONES, nextSteps } from './lead-steps.js';

const texts = await textsOf('partners/leads');
const FILTERS = ['search', 'status', 'partnerId'];

/** The leads that partners submitted: people whom they speak with. What is said of one here makes it a lead, a sale, or nothing. */
class SubmittedLeads extends AddressedPage {
  #read = null;
  /** The status that the lead is to get, while the form asks what belongs to it. */
  #step = null;

  async look(query, mode) {
    if (this.rest[1] === 'form') {
      return { form: { requirements: [], ...await call('GET', '/program/lead-form') } };
    }
    const [search, status, partnerId] = FILTERS.map((name) => query.get(name));
    return { rows: await call('GET', `/leads/submitted?${parameters({ mode, search, status, partnerId, page: query.get('page'), pageSize: PAGE_SIZE })}`) };
  }

  #show(lead) {
    this.#read = lead;
    this.#step = null;
    this.requestUpdate();
  }

  async #decide(change) {
    const lead = await call('PATCH', `/leads/submitted/${this.#read.id}`, change);
    say(texts.became(texts.statuses[lead.status]));
    this.#show(lead);
    await this.reload();
  }

  #take = submitting(async ({ externalId, saleAmount, currency, stripeCustomerId, invoiceId }, form) => {
    const amount = saleAmount ? minorOf(saleAmount, currency) : undefined;
    if (amount === null) {
      form.querySelector('c-field[name=saleAmount]').complain(texts.amountWrong);
      return;
    }
    await this.#decide({
      status: this.#step, externalId: externalId || undefined, saleAmount: amount, currency: amount === undefined ? undefined : currency?.toLowerCase(),
      stripeCustomerId: stripeCustomerId || undefined, invoiceId: amount === undefined ? undefined : invoiceId || undefined,
    });
  });

  #go(status) {
    if (status === 'qualified' || status === 'closedWon') {
      this.#step = status;
      this.requestUpdate();
      return;
    }
    confirm({ title: texts.asked[status], text: texts.askedText[status], button: texts.steps[status], action: () => this.#decide({ status }) });
  }

  #erase(lead) {
    confirm({
      title: texts.eraseTitle,
      text: texts.eraseText,
      button: texts.erase,
      action: async () => {
        await call('DELETE', `/leads/submitted/${lead.id}`);
        this.#show(null);
        say(texts.erased);
        await this.reload();
      },
    });
  }

  shown({ rows, form }) {
    if (form) {
      return html`<a class="backward" href=${here('/app/partners/leads')}>${icon('left')}${texts.all}</a>
        <c-application-form .form=${form} path="/program/lead-form"></c-application-form>`;
    }
    const filtered = FILTERS.some((name) => this.query.has(name));
    return html`<section class="card flush listing" aria-label=${texts.title}>
      <div class="filterbar" role="search">${this.searchField(texts.search)}
        ${this.selectField('status', texts.columns.status, [{ value: '', text: texts.anyStatus }, ...Object.entries(texts.statuses).map(([value, text]) => ({ value, text }))])}
        <c-pick class="picked" kind="partnerId" label=${texts.anyPartner} .chosen=${this.query.get('partnerId')} @picked=${(event) => this.set({ partnerId: event.detail })}></c-pick>
        ${this.clearing(FILTERS)}<a class="button" href=${here('/app/partners/leads/form')}>${icon('edit')}<span>${texts.toForm}</span></a></div>
      ${rows.length || this.query.has('page') ? html`${this.#table(rows)}${this.pager(rows)}` : filtered ? empty('search', texts.noMatch, texts.noMatchText) : empty('userplus', texts.none, texts.noneText)}
    </section>${this.#dialog()}`;
  }

  #table(rows) {
    return table(texts.title, [
      { label: texts.columns.lead, cell: ({ name, email, company }) => html`<span class="cell-title">${name ?? texts.nameless}</span><div class="quiet small">${[company, email].filter(Boolean).join(' · ')}</div>` },
      { label: texts.columns.partner, cell: ({ partner }) => html`<a href=${here(`/app/partners/${partner.id}`)}>${partner.name}</a>` },
      { label: texts.columns.status, cell: ({ status }) => badge(LEAD_TONES[status], texts.statuses[status] ?? status) },
      { label: texts.columns.at, end: true, cell: ({ createdAt }) => ago(createdAt) },
      { label: texts.columns.actions, actions: true, cell: (lead) => html`<button class="button small" type="button" aria-label=${texts.readOf(lead.name ?? lead.id)} @click=${() => this.#show(lead)}>${texts.read}</button>` },
    ], rows);
  }

  #dialog() {
    const lead = this.#read;
    return html`<c-dialog wide heading=${lead ? lead.name ?? texts.nameless : ''} .open=${Boolean(lead)} @closed=${() => this.#show(null)}>
      ${lead ? html`<div class="stack">${this.#facts(lead)}${session.is('member') ? this.#step ? this.#form() : this.#steps(lead) : nothing}</div>` : nothing}</c-dialog>`;
  }

  #facts({ email, company, partner, status, customerId, saleId, saleAmount, currency, createdAt, formData }) {
    const facts = [[texts.columns.email, email], [texts.columns.company, company], [texts.columns.partner, html`<a href=${here(`/app/partners/${partner.id}`)}>${partner.name}</a>`], [texts.columns.at, day(createdAt)],
      [texts.customer, customerId && html`<a href=${here(`/app/customers/${customerId}`)}>${texts.toCustomer}</a>`],
      [texts.sale, saleId && html`<a href=${here(`/app/sales/${saleId}`)}>${saleAmount === null ? texts.toSale : money(saleAmount, currency)}</a>`]];
    return html`<p>${badge(LEAD_TONES[status], texts.statuses[status] ?? status)} ${texts.explained[status] ?? nothing}</p>
      <dl class="facts">${facts.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      ${formData?.length ? html`<dl class="facts narrow">${formData.map(({ label, value }) => html`<div><dt>${label}</dt><dd class="answer">${value ?? html`<span class="quiet">${texts.noAnswer}</span>`}</dd></div>`)}</dl>` : nothing}`;
  }

  #steps(lead) {
    const next = nextSteps(lead.status);
    return html`<div class="form-end">${next.map((status) => html`<button class="button small ${status === 'closedWon' ? 'primary' : ''}" type="button" @click=${() => this.#go(status)}>${texts.steps[status]}</button>`)}
      ${lead.email && !lead.customerId ? html`<button class="button small danger" type="button" @click=${() => this.#erase(lead)}>${texts.erase}</button>` : nothing}</div>`;
  }

  /** What belongs to a status that makes a lead or a sale. */
  #form() {
    const won = this.#step === 'closedWon';
    return html`<form class="stack" novalidate @submit=${this.#take}><p>${won ? texts.wonText : texts.qualifiedText}</p>
      ${won ? html`<div class="fields two"><c-field name="saleAmount" label=${texts.amount} inputmode="decimal" hint=${texts.amountHint}></c-field>
        <c-field name="currency" label=${texts.currency} maxlength="3" .value=${session.workspace.currency.toUpperCase()}></c-field>
        <c-field name="stripeCustomerId" label=${texts.stripeCustomer} look="mono" placeholder="cus_…" hint=${texts.stripeCustomerHint}></c-field>
        <c-field name="invoiceId" label=${texts.invoice} look="mono" maxlength="255" hint=${texts.invoiceHint}></c-field></div>` : nothing}
      <c-field name="externalId" label=${texts.externalId} look="mono" hint=${texts.externalIdHint}></c-field><c-problem></c-problem>
      <div class="form-end right"><button class="button" type="button" @click=${() => { this.#step = null; this.requestUpdate(); }}>${texts.back}</button>
        <button class="button primary" type="submit"><span>${texts.steps[this.#step]}</span></button></div></form>`;
  }
}

customElements.define('c-submitted-leads', SubmittedLeads);
