import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { icon } from '../components/icons.js';
import { locale } from '../language.js';
import { textsOf } from '../texts.js';
import { filterText } from './groups.js';
import { INTERVALS, plusDays } from './period.js';
import { inverted, without } from './view.js';

const texts = await textsOf('overview/overview');

/** The keys of the periods, as the overlay of keys says them. */
export const INTERVAL_KEYS = { D: 'today', E: 'yesterday', W: '7d', T: '30d', N: '90d', M: 'mtd', P: 'last-month', Y: 'ytd', L: '12mo', A: 'all' };

/**
 * The period, the comparison and the width of the buckets.
 *
 * @param {{view: object, questions: object, go: (view: object) => void, shift: (way: 1|-1) => object|null}} page
 */
export function periodBar({ view, questions, go, shift }) {
  const [back, on] = [shift(-1), shift(1)];
  return html`<div class="row period-bar">
    <div class="row joined">
      <button class="button square" type="button" aria-label=${texts.earlier} title="${texts.earlier} (←)" ?disabled=${!back} @click=${() => go(back)}>${icon('left')}</button>
      <c-menu class="button-like" label=${texts.period} .face=${html`${icon('calendar')}<span>${periodName(view, questions.period)}</span>`} .items=${html`
        ${INTERVALS.map((interval) => html`<button type="button" aria-current=${ifDefined(!view.start && view.interval === interval ? 'true' : undefined)}
          @click=${() => go({ ...view, interval, start: null, end: null })}><span class="grow">${texts.intervals[interval]}</span><kbd aria-hidden="true">${keyOf(interval)}</kbd></button>`)}
        <hr>${ownDays(texts.own, view.start ?? questions.period.from, view.end ?? plusDays(questions.period.to, -1), (start, end) => go({ ...view, start, end }))}`}></c-menu>
      <button class="button square" type="button" aria-label=${texts.later} title="${texts.later} (→)" ?disabled=${!on} @click=${() => go(on)}>${icon('right')}</button>
    </div>
    ${questions.period.from ? html`<c-menu class="button-like" label=${texts.compare} .face=${html`${icon('compare')}<span>${compareName(view)}</span>`} .items=${html`
      ${['previous', 'year', 'none'].map((compare) => html`<button type="button" aria-current=${ifDefined(view.compare === compare ? 'true' : undefined)}
        @click=${() => go({ ...view, compare })}><span class="grow">${texts.comparisons[compare]}</span></button>`)}
      <hr>${ownDays(texts.ownComparison, questions.compared?.start, questions.compared && plusDays(questions.compared.end.slice(0, 10), questions.period.running ? 0 : -1), (start, end) => go({ ...view, compare: `${start}..${end}` }))}`}></c-menu>` : nothing}
  </div>`;
}

/** Two days of one's own; the last one counts as well. */
function ownDays(legend, start, end, take) {
  return html`<form class="own-days" @submit=${(event) => {
    event.preventDefault();
    const { start: first, end: last } = event.target.elements;
    if (first.value && last.value) {
      const [from, to] = [first.value, last.value].sort();
      event.target.closest('[popover]').hidePopover();
      take(from, to);
    }
  }}><fieldset><legend class="small quiet">${legend}</legend>
    <label><span class="unseen">${texts.firstDay}</span><input class="input" type="date" name="start" required .value=${start ?? ''}></label>
    <label><span class="unseen">${texts.lastDay}</span><input class="input" type="date" name="end" required .value=${end ?? ''}></label>
    <button class="button small" type="submit">${texts.show}</button></fieldset></form>`;
}

function keyOf(interval) {
  return Object.entries(INTERVAL_KEYS).find(([, name]) => name === interval)?.[0] ?? '';
}

function periodName(view, period) {
  return view.start ? range(period.from, plusDays(period.to, -1)) : texts.intervals[view.interval];
}

function compareName({ compare }) {
  const [start, end] = compare.split('..');
  return end ? range(start, end) : texts.comparisons[compare];
}

/** @returns {string} such as "Nov 3 – 9, 2026" */
export function range(start, end) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return start === end ? format.format(new Date(`${start}T00:00:00Z`)) : format.formatRange(new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`));
}

/** The filters that are on, each with a way to turn it round and to take it off; fixed ones stay. */
export function filterBar({ view, names, go, fixed = {} }) {
  const filters = Object.entries(view.filters);
  const stay = Object.entries(fixed);
  return filters.length || stay.length ? html`<ul class="plain row filter-bar" aria-label=${texts.filters}>${stay.map(([name, value]) => html`<li class="chip fixed"><span class="quiet">${texts.filter[name]} ${value.startsWith('-') ? texts.isNot : texts.is}</span><b>${filterText(name, value, names)}</b></li>`)}${filters.map(([name, value]) => {
    const not = value.startsWith('-');
    const said = filterText(name, value, names);
    return html`<li class="chip"><span class="quiet">${texts.filter[name]}</span>
      <button type="button" class="is" title=${texts.turnRound} aria-label="${texts.filter[name]} ${not ? texts.isNot : texts.is} ${said}: ${texts.turnRound}" @click=${() => go(inverted(view, name))}>${not ? texts.isNot : texts.is}</button>
      <b>${said}</b><button type="button" class="off" aria-label=${texts.takeOff(`${texts.filter[name]} ${said}`)} @click=${() => go(without(view, name))}>${icon('close')}</button></li>`;
  })}${filters.length ? html`<li><button class="button bare small" type="button" @click=${() => go({ ...view, filters: {} })}>${texts.takeAllOff}</button></li>` : nothing}</ul>` : nothing;
}
