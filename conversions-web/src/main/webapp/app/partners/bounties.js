import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { badge, cardHead, empty, table } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { count, day, money } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import './bounty-form.js';
import { FIGURES, lastDayOf, STATE_TONES, stateOf } from './bounty-state.js';

const texts = await textsOf('partners/bounties');

/** @returns {string} what a bounty is earned by, as a sentence */
export function earnedBy({ type, performanceCondition, performanceScope, maxSubmissions }) {
  if (type === 'submission') {
    return texts.bySubmission(maxSubmissions);
  }
  const { attribute, value } = performanceCondition;
  return texts.byFigure(FIGURES[attribute] === 'money' ? money(value, session.workspace.currency) : count(value), attribute, performanceScope);
}

/** @returns {string} what a bounty pays */
export function rewardOf({ rewardAmount, currency }) {
  return rewardAmount === null ? texts.saidLater : money(rewardAmount, currency);
}

/** @returns {string} when a bounty can be earned */
export function spanOf({ startsAt, endsAt }) {
  return texts.span(day(startsAt), endsAt ? day(`${lastDayOf(endsAt)}T12:00:00`) : null);
}

/** @returns {string} whose partners a bounty is for */
export function groupsOf({ groupIds }, groups) {
  return groupIds.length ? groupIds.map((id) => groups.find((group) => group.id === id)?.name ?? id).join(', ') : texts.allGroups;
}

/** Asks whether to end a bounty. @param then what is done afterwards */
export function end({ id, name }, then) {
  confirm({
    title: texts.endTitle(name),
    text: texts.endText,
    button: texts.end,
    action: async () => {
      await call('DELETE', `/bounties/${id}`);
      say(texts.isEnded(name));
      await then();
    },
  });
}

/** The bounties of the program: what partners earn beside sales. */
class Bounties extends AddressedPage {
  #edited = null;

  async look(query) {
    const [rows, groups, program] = await Promise.all([call('GET', `/bounties?${parameters({ page: query.get('page'), pageSize: PAGE_SIZE })}`), call('GET', '/groups'), call('GET', '/program')]);
    return { rows, groups, currency: program.currency };
  }

  #edit(bounty) {
    this.#edited = bounty;
    this.requestUpdate();
  }

  shown({ rows, groups, currency }) {
    const add = session.is('member') ? html`<button class="button primary" type="button" @click=${() => this.#edit({})}>${icon('plus')}<span>${texts.add}</span></button>` : nothing;
    return html`<section class="card flush listing" aria-label=${texts.title}>${cardHead(texts.title, texts.lead, add)}
      ${rows.length || this.query.has('page') ? html`${this.#table(rows, groups)}${this.pager(rows)}` : empty('bookmark', texts.none, texts.noneText)}</section>
      <c-bounty-form .editing=${this.#edited} .groups=${groups} currency=${currency} @closed=${() => this.#edit(null)} @saved=${() => this.reload()}></c-bounty-form>`;
  }

  #table(rows, groups) {
    return table(texts.title, [
      { label: texts.columns.name, cell: (bounty) => html`<a class="cell-title" href=${here(`/app/partners/bounties/${bounty.id}`)}>${bounty.name}</a><div class="quiet small">${earnedBy(bounty)}</div>` },
      { label: texts.columns.reward, end: true, cell: (bounty) => rewardOf(bounty) },
      { label: texts.columns.groups, cell: (bounty) => groupsOf(bounty, groups) },
      { label: texts.columns.state, cell: (bounty) => html`${badge(STATE_TONES[stateOf(bounty)], texts.states[stateOf(bounty)])}<div class="quiet small">${spanOf(bounty)}</div>` },
      { label: texts.columns.actions, actions: true, cell: (bounty) => (session.is('member') && !bounty.archivedAt ? html`<div class="row">
        <button class="button small" type="button" aria-label=${texts.editOf(bounty.name)} @click=${() => this.#edit(bounty)}>${icon('edit')}<span>${texts.edit}</span></button>
        <button class="button small danger" type="button" aria-label=${texts.endOf(bounty.name)} @click=${() => end(bounty, () => this.reload())}>${texts.end}</button></div>` : nothing) },
    ], rows);
  }
}

customElements.define('c-bounties', Bounties);
