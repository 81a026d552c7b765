import { html, nothing } from 'lit';
import { majorOf, minorOf } from '../amount.js';
import { call } from '../api.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { ago, badge, cardHead, empty, head, table } from '../components/parts.js';
import '../components/pick.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { count, moment, money } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { earnedBy, end, groupsOf, rewardOf, spanOf } from './bounties.js';
import './bounty-form.js';
import { FIGURES, STATE_TONES, stateOf, SUBMISSION_TONES } from './bounty-state.js';

const texts = await textsOf('partners/bounties');
const common = await textsOf('frame/common');
const FILTERS = ['status', 'partnerId'];

/** A bounty, what partners have handed in for it, and what somebody decides of each. */
class BountyPage extends AddressedPage {
  /** The submission that is read, and whether it is being rejected. */
  #read = null;
  #rejecting = false;
  #editing = false;

  async look(query) {
    const id = encodeURIComponent(this.rest[1]);
    const [bounty, rows, groups] = await Promise.all([call('GET', `/bounties/${id}`),
      call('GET', `/bounties/${id}/submissions?${parameters({ status: query.get('status'), partnerId: query.get('partnerId'), sortBy: query.get('sort'), page: query.get('page'), pageSize: PAGE_SIZE })}`),
      call('GET', '/groups')]);
    const ids = [...new Set(rows.map(({ partnerId }) => partnerId))];
    const partners = await Promise.all(ids.map((partnerId) => call('GET', `/partners/${partnerId}`).catch(() => ({ id: partnerId, name: partnerId }))));
    return { bounty, rows, groups, names: new Map(partners.map((partner) => [partner.id, partner.name])) };
  }

  #show(submission, rejecting = false) {
    this.#read = submission;
    this.#rejecting = rejecting;
    this.requestUpdate();
  }

  #edit(open) {
    this.#editing = open;
    this.requestUpdate();
  }

  async #decide(step, body) {
    const { bounty, names } = this.found;
    await call('POST', `/bounties/${bounty.id}/submissions/${this.#read.id}/${step}`, body);
    say(texts.decided[step](names.get(this.#read.partnerId)));
    this.#show(null);
    await this.reload();
  }

  #approve = submitting(async ({ rewardAmount }, form) => {
    const amount = minorOf(rewardAmount, this.found.bounty.currency);
    if (!amount) {
      form.querySelector('c-field[name=rewardAmount]').complain(texts.amountWrong);
      return;
    }
    await this.#decide('approve', { rewardAmount: amount });
  });

  #reject = submitting(({ rejectionReason, rejectionNote }) => this.#decide('reject', { rejectionReason, rejectionNote: rejectionNote || undefined }));

  shown({ bounty, rows, groups, names }) {
    const member = session.is('member');
    const state = stateOf(bounty);
    const facts = [[texts.earned, earnedBy(bounty)], [texts.columns.reward, rewardOf(bounty)], [texts.columns.groups, groupsOf(bounty, groups)], [texts.when, spanOf(bounty)], [texts.holding, texts.days(bounty.holdingPeriodDays)]];
    return html`<a class="backward" href=${here('/app/partners/bounties')}>${icon('left')}${texts.all}</a>
      ${head(bounty.name, bounty.description ?? nothing, html`${badge(STATE_TONES[state], texts.states[state])}
        ${member && !bounty.archivedAt ? html`<button class="button" type="button" @click=${() => this.#edit(true)}>${icon('edit')}<span>${texts.edit}</span></button>
          <button class="button danger" type="button" @click=${() => end(bounty, () => this.reload())}>${texts.end}</button>` : nothing}`)}
      <div class="stack wide"><section class="card" aria-label=${texts.facts}><dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>
        <section class="card flush listing" aria-label=${texts.submissions}>${cardHead(texts.submissions, texts.submissionsText[bounty.type])}
          <div class="filterbar" role="search">${this.selectField('status', texts.columns.status, [{ value: '', text: texts.anyStatus }, ...Object.entries(texts.statuses).map(([value, text]) => ({ value, text }))])}
            <c-pick class="picked" kind="partnerId" label=${texts.anyPartner} .chosen=${this.query.get('partnerId')} @picked=${(event) => this.set({ partnerId: event.detail })}></c-pick>
            ${bounty.type === 'performance' ? this.selectField('sort', texts.sort, Object.entries(texts.sorts).map(([value, text]) => ({ value, text }))) : nothing}${this.clearing(FILTERS)}</div>
          ${rows.length || this.query.has('page') ? html`${this.#table(bounty, rows, names)}${this.pager(rows)}`
    : FILTERS.some((name) => this.query.has(name)) ? empty('search', texts.noMatch, texts.noMatchText) : empty('bookmark', texts.noSubmissions, texts.noSubmissionsText[bounty.type])}</section></div>
      ${this.#dialog(bounty, names)}
      <c-bounty-form .editing=${this.#editing ? bounty : null} .groups=${groups} currency=${bounty.currency} @closed=${() => this.#edit(false)} @saved=${() => this.reload()}></c-bounty-form>`;
  }

  #table(bounty, rows, names) {
    return table(texts.submissions, [
      { label: texts.columns.partner, cell: ({ partnerId }) => html`<a class="cell-title" href=${here(`/app/partners/${partnerId}`)}>${names.get(partnerId)}</a>` },
      bounty.type === 'performance' ? { label: texts.reached, end: true, cell: (one) => figureOf(bounty, one) } : { label: texts.columns.proof, cell: ({ description, urls }) => html`<span class="clamped">${description ?? urls?.[0] ?? ''}</span>` },
      { label: texts.columns.status, cell: ({ status }) => badge(SUBMISSION_TONES[status], texts.statuses[status]) },
      { label: texts.columns.at, end: true, cell: ({ completedAt }) => (completedAt ? ago(completedAt) : '') },
      { label: texts.columns.actions, actions: true, cell: (one) => (one.status === 'draft' ? nothing : html`<button class="button small" type="button" aria-label=${texts.readOf(names.get(one.partnerId))} @click=${() => this.#show(one)}>${one.status === 'submitted' && session.is('member') ? texts.review : texts.read}</button>`) },
    ], rows);
  }

  #dialog(bounty, names) {
    const one = this.#read;
    return html`<c-dialog wide heading=${one ? texts.from(names.get(one.partnerId)) : ''} .open=${Boolean(one)} @closed=${() => this.#show(null)}>
      ${one ? html`<div class="stack"><p>${badge(SUBMISSION_TONES[one.status], texts.statuses[one.status])}</p>${this.#proof(bounty, one)}
        ${one.status === 'submitted' && session.is('member') ? this.#rejecting ? this.#rejection() : this.#approval(bounty) : nothing}</div>` : nothing}</c-dialog>`;
  }

  #proof(bounty, { description, urls, files, completedAt, reviewedAt, rejectionReason, rejectionNote, commissionId, performanceCount }) {
    const link = (url, text) => html`<li><a href=${url} target="_blank" rel="noopener noreferrer nofollow">${text}</a></li>`;
    const facts = [[texts.reached, performanceCount === null ? null : figureOf(bounty, { performanceCount })], [texts.columns.at, completedAt && moment(completedAt)],
      [texts.links, urls?.length ? html`<ul class="plain">${urls.map((url) => link(url, url))}</ul>` : null],
      [texts.files, files?.length ? html`<ul class="plain">${files.map(({ url, fileName }) => link(url, fileName))}</ul>` : null],
      [texts.reviewed, reviewedAt && moment(reviewedAt)], [texts.why, rejectionReason && texts.rejections[rejectionReason]], [texts.note, rejectionNote],
      [texts.commission, commissionId && html`<a href=${here(`/app/partners/commissions/${commissionId}`)}>${texts.toCommission}</a>`]];
    return html`${description ? html`<p class="answer">${description}</p>` : nothing}
      <dl class="facts narrow">${facts.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd class="answer">${value}</dd></div>`)}</dl>`;
  }

  #approval({ rewardAmount, currency }) {
    return html`<form class="stack" novalidate @submit=${this.#approve}>
      <c-field name="rewardAmount" label=${texts.rewardIn(currency.toUpperCase())} hint=${texts.approveHint} required inputmode="decimal" maxlength="16" .value=${rewardAmount ? majorOf(rewardAmount, currency) : ''}></c-field><c-problem></c-problem>
      <div class="form-end right"><button class="button danger" type="button" @click=${() => this.#show(this.#read, true)}>${texts.reject}</button>
        <button class="button primary" type="submit"><span>${texts.approve}</span></button></div></form>`;
  }

  #rejection() {
    return html`<form class="stack" novalidate @submit=${this.#reject}>
      <c-choice name="rejectionReason" label=${texts.why} .options=${Object.entries(texts.rejections).map(([value, text]) => ({ value, text }))}></c-choice>
      <c-field name="rejectionNote" label=${texts.note} hint=${texts.noteHint} rows="2"></c-field><c-problem></c-problem>
      <div class="form-end right"><button class="button" type="button" @click=${() => this.#show(this.#read)}>${common.cancel}</button>
        <button class="button primary danger" type="submit"><span>${texts.reject}</span></button></div></form>`;
  }
}

/** @returns {string} the figure of a partner, and how much of it earns the bounty */
function figureOf({ performanceCondition: { attribute, value } }, { performanceCount }) {
  const write = FIGURES[attribute] === 'money' ? (amount) => money(amount, session.workspace.currency) : count;
  return texts.ofLeast(write(performanceCount), write(value));
}

customElements.define('c-bounty', BountyPage);
