import { html, nothing } from 'lit';
import { icon } from '../components/icons.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { COUNTRIES, countryName } from './countries.js';
import { folded } from './parts.js';
import './partner-field.js';

const texts = await textsOf('links/link-form');

/** Everything that a link can do beyond leading to its destination, each part folded away until it is wanted. */
export function sections(view) {
  return html`${targeting(view)}${experiment(view)}${ending(view)}${appearance(view)}${belonging(view)}`;
}

function summary(parts) {
  return parts.filter(Boolean).join(' · ') || texts.notUsed;
}

/** A switch of the draft. */
function flag(name, { draft, set }) {
  return html`<c-switch label=${texts.flags[name]} hint=${texts.flagHints[name]} .checked=${draft[name]} .disabled=${!session.is('member')}
    .action=${(on) => { set({ [name]: on }); return true; }}></c-switch>`;
}

function text(name, { draft }, more = {}) {
  return html`<c-field name=${name} label=${texts.names[name]} hint=${more.hint ?? texts.hints[name] ?? nothing} .value=${draft[name]} .type=${more.type ?? 'text'}
    .maxlength=${more.maxlength ?? 190} inputmode=${more.inputmode ?? nothing} placeholder=${more.placeholder ?? nothing} autocomplete=${more.autocomplete ?? 'off'}></c-field>`;
}

const WEB = { inputmode: 'url', maxlength: 32_000, placeholder: 'https://' };

function targeting(view) {
  const { draft: { ios, android, geo }, first, set } = view;
  const put = (index, change) => set({ geo: geo.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  return folded(texts.targeting, summary([ios && texts.names.ios, android && texts.names.android, ...geo.map(({ country }) => country && countryName(country))]), Boolean(first.ios || first.android || first.geo.length), html`
    <p class="small quiet">${texts.targetingText}</p>
    ${text('ios', view, WEB)}${text('android', view, WEB)}
    <div class="stack tight" role="group" aria-label=${texts.countries}>${geo.map(({ country, url }, index) => html`<div class="pair">
      <select class="input" aria-label=${texts.country} @change=${(event) => put(index, { country: event.target.value })}>
        <option value="" ?selected=${!country}>${texts.chooseCountry}</option>
        ${COUNTRIES.map(({ value, text: name }) => html`<option value=${value} ?selected=${value === country} ?disabled=${value !== country && geo.some((row) => row.country === value)}>${name}</option>`)}</select>
      <input class="input" inputmode="url" maxlength="32000" placeholder="https://" aria-label=${texts.destinationOf(country ? countryName(country) : texts.country)} .value=${url} @input=${(event) => put(index, { url: event.target.value })}>
      ${removeButton(texts.removeCountry, () => set({ geo: geo.filter((row, at) => at !== index) }))}</div>`)}
      <p><button class="button small" type="button" @click=${() => set({ geo: [...geo, { country: '', url: '' }] })}>${icon('plus')}<span>${texts.addCountry}</span></button></p></div>`);
}

function experiment(view) {
  const { draft: { testVariants, url, trackConversion }, first, set } = view;
  const put = (index, change) => set({ testVariants: testVariants.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  const begin = () => set({ testVariants: [{ url, percentage: '50' }, { url: '', percentage: '50' }], trackConversion: true });
  return folded(texts.experiment, testVariants.length ? texts.variants(testVariants.length) : texts.notUsed, first.testVariants.length > 0, html`
    <p class="small quiet">${texts.experimentText}</p>
    ${testVariants.length && !trackConversion ? html`<p class="small problem-text">${texts.experimentNeeds}</p>` : nothing}
    <div class="stack tight" role="group" aria-label=${texts.experiment}>${testVariants.length ? html`<div class="pair small quiet" aria-hidden="true"><span>${texts.weight}</span><span>${texts.url}</span></div>` : nothing}
    ${testVariants.map((row, index) => html`<div class="pair">
      <input class="input" type="number" min="10" max="90" aria-label=${texts.shareOf(index + 1)} .value=${row.percentage} @input=${(event) => put(index, { percentage: event.target.value })}>
      <input class="input" inputmode="url" maxlength="32000" placeholder="https://" aria-label=${texts.variant(index + 1)} .value=${row.url} @input=${(event) => put(index, { url: event.target.value })}>
      ${removeButton(texts.removeVariant, () => set({ testVariants: testVariants.length > 2 ? testVariants.filter((other, at) => at !== index) : [] }))}</div>`)}
      ${testVariants.length < 4 ? html`<p><button class="button small" type="button" @click=${() => (testVariants.length ? set({ testVariants: [...testVariants, { url: '', percentage: '50' }] }) : begin())}>
        ${icon('plus')}<span>${testVariants.length ? texts.addVariant : texts.beginTest}</span></button></p>` : nothing}</div>
    ${testVariants.length ? html`<div class="fields two">${text('testStartedAt', view, { type: 'datetime-local' })}${text('testCompletedAt', view, { type: 'datetime-local' })}</div>` : nothing}`);
}

function ending(view) {
  const used = (draft) => [draft.expiresAt && texts.names.expiresAt, draft.password && texts.names.password, draft.disabled && texts.flags.disabled, draft.archived && texts.flags.archived];
  return folded(texts.ending, summary(used(view.draft)), used(view.first).some(Boolean), html`
    <div class="fields two">${text('expiresAt', view, { type: 'datetime-local' })}${text('expiredUrl', view, WEB)}</div>
    ${text('password', view, { type: 'password', maxlength: 128, autocomplete: 'new-password' })}
    ${flag('disabled', view)}${flag('archived', view)}`);
}

function appearance(view) {
  const used = (draft) => [draft.proxy && texts.flags.proxy, draft.rewrite && texts.flags.rewrite, draft.doIndex && texts.flags.doIndex];
  return folded(texts.appearance, summary(used(view.draft)), used(view.first).some(Boolean), html`
    ${flag('proxy', view)}
    <div class="fields two">${text('title', view, { maxlength: 1000 })}${text('description', view, { maxlength: 2000 })}${text('image', view, WEB)}${text('video', view, WEB)}</div>
    ${flag('rewrite', view)}${flag('doIndex', view)}`);
}

function belonging(view) {
  const { draft, link, set } = view;
  const used = ({ partnerId, externalId, tenantId }) => [partnerId && texts.partner, externalId && texts.names.externalId, tenantId && texts.names.tenantId];
  return folded(texts.belonging, summary(used(draft)), used(view.first).some(Boolean), html`
    <c-partner-field .partnerId=${draft.partnerId} .fixed=${Boolean(link)} @chosen=${(event) => set({ partnerId: event.detail })}></c-partner-field>
    <div class="fields two">${text('externalId', view)}${text('tenantId', view)}</div>
    ${link || draft.key ? nothing : html`<div class="fields two">${text('prefix', view)}${text('keyLength', view, { type: 'number' })}</div>`}`);
}

function removeButton(label, action) {
  return html`<button class="button bare square" type="button" aria-label=${label} title=${label} @click=${action}>${icon('trash')}</button>`;
}
