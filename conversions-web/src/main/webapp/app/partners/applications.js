import { html, nothing } from 'lit';
import { call } from '../api.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { ago, badge, empty, table } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { countryName } from '../customers/countries.js';
import { submitting } from '../forms.js';
import { day } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import './application-form.js';

const texts = await textsOf('partners/applications');
const TONES = { pending: 'info', approved: 'positive', rejected: '' };

/** The applications of people who want to become partners: read, approved and rejected; and the form that they fill in. */
class Applications extends AddressedPage {
  /** The one that is read. */
  #read = null;
  #rejecting = false;
  #fraud = false;

  async look(query) {
    if (this.rest[1] === 'form') {
      return { form: await call('GET', '/program/application-form') };
    }
    const [rows, groups] = await Promise.all([
      call('GET', `/partners/applications?${parameters({ status: query.get('status'), page: query.get('page'), pageSize: PAGE_SIZE })}`), call('GET', '/groups'),
    ]);
    return { rows, groups };
  }

  #show(application) {
    this.#read = application;
    this.#rejecting = false;
    this.#fraud = false;
    this.requestUpdate();
  }

  async #decided(sentence) {
    this.#show(null);
    say(sentence);
    await this.reload();
  }

  #approve = submitting(async ({ groupId }) => {
    const { partner } = this.#read;
    await call('POST', '/partners/applications/approve', { partnerId: partner.id, groupId: groupId || undefined });
    await this.#decided(texts.approved(partner.name));
  });

  #reject = submitting(async ({ rejectionReason, rejectionNote, reapplicationTimeframe, flagForFraudReason }) => {
    const { partner } = this.#read;
    await call('POST', '/partners/applications/reject', {
      partnerId: partner.id, rejectionReason: rejectionReason || undefined, rejectionNote: rejectionNote || undefined, reapplicationTimeframe,
      flagForFraud: this.#fraud, flagForFraudReason: flagForFraudReason || undefined,
    });
    await this.#decided(texts.rejected(partner.name));
  });

  shown({ rows, groups, form }) {
    if (form) {
      return html`<a class="backward" href=${here('/app/partners/applications')}>${icon('left')}${texts.all}</a><c-application-form .form=${form}></c-application-form>`;
    }
    return html`<section class="card flush listing" aria-label=${texts.title}>
      <div class="filterbar" role="search">
        ${this.selectField('status', texts.status, [{ value: '', text: texts.anyStatus }, ...Object.entries(texts.statuses).map(([value, text]) => ({ value, text }))])}
        ${this.clearing(['status'])}<span class="grow"></span>
        <a class="button" href=${here('/app/partners/applications/form')}>${icon('edit')}<span>${texts.toForm}</span></a></div>
      ${rows.length || this.query.has('page') ? html`${this.#table(rows)}${this.pager(rows)}`
    : this.query.has('status') ? empty('search', texts.noMatch, texts.noMatchText) : empty('mail', texts.none, texts.noneText)}
    </section>${this.#dialog(groups)}`;
  }

  #table(rows) {
    return table(texts.title, [
      { label: texts.columns.applicant, cell: ({ partner }) => html`<span class="cell-title">${partner.name}</span>${partner.email ? html`<div class="quiet small">${partner.email}</div>` : nothing}` },
      { label: texts.columns.country, cell: ({ partner }) => countryName(partner.country) },
      { label: texts.columns.status, cell: ({ status, flaggedForFraud }) => html`<div class="row">${badge(TONES[status], texts.statuses[status])}${flaggedForFraud ? badge('negative', texts.fraud) : nothing}</div>` },
      { label: texts.columns.at, end: true, cell: ({ createdAt }) => ago(createdAt) },
      { label: texts.columns.actions, actions: true, cell: (application) => html`<button class="button small" type="button" aria-label=${texts.readOf(application.partner.name)}
        @click=${() => this.#show(application)}>${application.status === 'pending' ? texts.decide : texts.read}</button>` },
    ], rows);
  }

  #dialog(groups) {
    const application = this.#read;
    return html`<c-dialog wide heading=${application ? application.partner.name : ''} .open=${Boolean(application)} @closed=${() => this.#show(null)}>
      ${application ? html`<div class="stack">${this.#facts(application, groups)}
        ${application.status !== 'pending' ? this.#decision(application) : session.is('member') ? this.#rejecting ? this.#rejection() : this.#approval(application, groups) : nothing}</div>` : nothing}</c-dialog>`;
  }

  #facts({ partner, createdAt, applicationFormData }, groups) {
    const facts = [[texts.columns.email, partner.email], [texts.columns.country, countryName(partner.country)], [texts.columns.at, day(createdAt)],
      [texts.columns.group, groups.find(({ id }) => id === partner.groupId)?.name], [texts.columns.description, partner.description]];
    return html`<dl class="facts">${facts.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      ${applicationFormData?.length ? html`<h3>${texts.answers}</h3><dl class="facts narrow">${applicationFormData.map(({ label, value }) => html`
        <div><dt>${label}</dt><dd class="answer">${value ? said(value) : html`<span class="quiet">${texts.noAnswer}</span>`}</dd></div>`)}</dl>` : html`<p class="quiet">${texts.nothingAsked}</p>`}`;
  }

  #decision({ status, decidedAt, rejectionReason, rejectionNote, reapplicationTimeframe, flaggedForFraud }) {
    return html`<div class="stack tight"><p>${badge(TONES[status], texts.statuses[status])} ${decidedAt ? texts.decidedOn(day(decidedAt)) : nothing}</p>
      ${status === 'rejected' ? html`<p>${[rejectionReason && `${texts.reasons[rejectionReason]}.`, flaggedForFraud && `${texts.fraud}.`, texts.again[reapplicationTimeframe]].filter(Boolean).join(' ')}</p>
        ${rejectionNote ? html`<p class="quiet">${rejectionNote}</p>` : nothing}` : nothing}</div>`;
  }

  #approval({ partner }, groups) {
    return html`<form class="stack" novalidate @submit=${this.#approve}>
      ${groups.length > 1 ? html`<c-choice name="groupId" label=${texts.intoGroup} .value=${partner.groupId ?? ''} .options=${groups.map(({ id, name }) => ({ value: id, text: name }))}></c-choice>` : nothing}
      <c-problem></c-problem>
      <div class="form-end right"><button class="button danger" type="button" @click=${() => { this.#rejecting = true; this.requestUpdate(); }}>${texts.reject}</button>
        <button class="button primary" type="submit"><span>${texts.approve}</span></button></div></form>`;
  }

  #rejection() {
    const options = (of) => Object.entries(of).map(([value, text]) => ({ value, text }));
    return html`<form class="stack" novalidate @submit=${this.#reject}>
      <div class="fields two"><c-choice name="rejectionReason" label=${texts.reason} .options=${[{ value: '', text: texts.noReason }, ...options(texts.reasons)]}></c-choice>
        <c-choice name="reapplicationTimeframe" label=${texts.mayApplyAgain} .value=${'standard'} .options=${options(texts.timeframes)}></c-choice></div>
      <c-field name="rejectionNote" label=${texts.note} rows="3" hint=${texts.noteHint}></c-field>
      <label class="check"><input type="checkbox" .checked=${this.#fraud} @change=${(event) => { this.#fraud = event.target.checked; this.requestUpdate(); }}><span>${texts.flag}</span></label>
      ${this.#fraud ? html`<c-field name="flagForFraudReason" label=${texts.flagReason}></c-field>` : nothing}
      <c-problem></c-problem>
      <div class="form-end right"><button class="button" type="button" @click=${() => { this.#rejecting = false; this.requestUpdate(); }}>${texts.back}</button>
        <button class="button primary danger" type="submit"><span>${texts.reject}</span></button></div></form>`;
  }
}

/** An answer that is an address can be followed; it comes from a stranger. */
function said(value) {
  return /^https?:\/\/\S+$/.test(value) ? html`<a href=${value} target="_blank" rel="noreferrer noopener nofollow">${value}</a>` : value;
}

customElements.define('c-applications', Applications);
