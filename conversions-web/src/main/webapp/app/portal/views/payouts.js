import { html, nothing } from 'lit';
import { icon } from '../../components/icons.js';
import { PAGE_SIZE, parameters } from '../../components/listing.js';
import { badge, cardHead, empty, head, note, table } from '../../components/parts.js';
import { day, money } from '../../format.js';
import { textsOf } from '../../texts.js';
import { viewPath } from '../router.js';
import { View } from '../view.js';
import { longDay } from '../written.js';

const texts = await textsOf('portal/portal-payouts');
const TONES = { pending: 'info', processing: 'info', completed: 'positive', failed: 'negative', canceled: '' };

/** The payouts of the partner, what each comes of, and the statements about them. */
class Payouts extends View {
  async look(query) {
    const [details, payouts, statements] = await Promise.all([
      this.portal.details(), this.portal.get(`/payouts?${parameters({ page: query.get('page'), pageSize: PAGE_SIZE })}`), this.portal.get(`/statements?${parameters({ pageSize: PAGE_SIZE })}`),
    ]);
    return { details, payouts, statements };
  }

  shown({ details: { program, earnings }, payouts, statements }) {
    return html`${head(texts.title, texts.lead(money(program.minPayoutAmount, program.currency)))}
      <div class="stack wide">${this.#next(program, earnings)}
        <section class="card flush listing" aria-label=${texts.title}>${cardHead(texts.title)}
          ${payouts.length || this.query.has('page') ? html`${this.#payouts(payouts)}${this.pager(payouts)}` : empty('card', texts.none, texts.noneText)}</section>
        <section class="card flush listing" aria-label=${texts.statements}>${cardHead(texts.statements, texts.statementsText)}
          ${statements.length ? this.#statements(statements) : empty('book', texts.noStatements, texts.noStatementsText)}</section></div>`;
  }

  /** What comes next, in a sentence for each currency. */
  #next(program, earnings) {
    const lines = earnings.filter(({ due, nextDueAt }) => due > 0 || nextDueAt).map(({ currency, due, nextDueAt }) => [
      due > 0 ? (currency === program.currency && due < program.minPayoutAmount ? texts.tooLittle(money(due, currency), money(program.minPayoutAmount, currency)) : texts.ready(money(due, currency))) : '',
      nextDueAt ? texts.next(longDay(nextDueAt)) : '',
    ].filter(Boolean).join(' '));
    return lines.length ? note('info', html`${lines.map((line) => html`<p>${line}</p>`)}<p><a href=${viewPath(this.portal.current.partnerId, 'profile')}>${texts.toProfile}</a></p>`) : nothing;
  }

  #payouts(rows) {
    return table(texts.title, [
      { label: texts.columns.amount, cell: ({ amount, currency, earnings, absorbedEarnings }) => html`<span class="cell-title nowrap">${money(amount, currency)}</span>
        ${absorbedEarnings ? html`<div class="quiet small">${texts.absorbed(money(earnings, currency), money(absorbedEarnings, currency))}</div>` : nothing}` },
      { label: texts.columns.status, cell: ({ status, returnedAt, failureReason }) => html`<div class="reasons">${badge(TONES[status], returnedAt ? texts.returned : texts.statuses[status] ?? status)}
        ${failureReason ? html`<span class="small quiet">${failureReason}</span>` : nothing}</div>` },
      { label: texts.columns.period, cell: ({ periodStart, periodEnd }) => (periodStart ? html`<span class="nowrap">${day(periodStart)}${periodEnd && day(periodEnd) !== day(periodStart) ? ` – ${day(periodEnd)}` : ''}</span>` : '') },
      { label: texts.columns.commissions, end: true, cell: ({ commissions }) => commissions },
      { label: texts.columns.paid, end: true, cell: ({ paidAt, createdAt }) => html`<time class="nowrap" datetime=${paidAt ?? createdAt}>${day(paidAt ?? createdAt)}</time>` },
    ], rows);
  }

  #statements(rows) {
    return table(texts.statements, [
      { label: texts.columns.number, cell: ({ number, kind }) => html`<span class="cell-title mono">${number}</span> ${kind === 'credit_note' ? badge('caution', texts.creditNote) : nothing}` },
      { label: texts.columns.issued, cell: ({ issuedAt }) => html`<time class="nowrap" datetime=${issuedAt}>${day(issuedAt)}</time>` },
      { label: texts.columns.total, end: true, cell: ({ total, currency }) => html`<strong class="number nowrap">${money(total, currency)}</strong>` },
      { label: texts.columns.files, actions: true, cell: ({ id, number }) => html`<div class="row">${['pdf', 'csv'].map((format) => html`
        <a class="button small" href=${`/api${this.portal.address(`/statements/${id}.${format}`)}`} download aria-label="${format.toUpperCase()} ${number}">${icon('download')}<span>${format.toUpperCase()}</span></a>`)}</div>` },
    ], rows);
  }
}

customElements.define('portal-payouts', Payouts);
