import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { call } from '../api.js';
import { icon } from '../components/icons.js';
import { note } from '../components/parts.js';
import { busy } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { first } from './address.js';
import { ownDomain } from './places.js';
import { wantsMark, withMark } from './payment-link.js';
import { folded } from './parts.js';

const texts = await textsOf('links/link-form');
const UTM = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'ref'];
const WRONG = new Set(['malformed', 'reserved', 'taken']);

/** The part of the form that every link needs: destination, short address, what it is sorted by, campaign words, and whether conversions are tracked. */
export function basics(view) {
  const { draft, places, set } = view;
  return html`<section class="card" aria-label=${texts.basics}>
      <c-field name="url" label=${texts.url} .value=${draft.url} inputmode="url" maxlength="32000" placeholder="https://" required hint=${texts.urlHint}></c-field>
      ${wantsMark(draft.url) ? paymentLink(view) : nothing}
      ${shortAddress(view)}
      <div class="fields two">
        <c-choice name="folderId" label=${texts.folder} value=${draft.folderId} .options=${[{ value: '', text: texts.noFolder }, ...places.folders.map(({ id, name }) => ({ value: id, text: name }))]}></c-choice>
        <c-field name="comments" label=${texts.comments} .value=${draft.comments} maxlength="1000" hint=${texts.commentsHint}></c-field>
      </div>
      ${tags(view)}
      <hr class="rule">
      <c-switch label=${texts.trackConversion} hint=${texts.trackConversionHint} .checked=${draft.trackConversion} .disabled=${!session.is('member')}
        .action=${(on) => { set({ trackConversion: on }); return true; }}></c-switch>
    </section>
    ${campaign(view)}`;
}

/** The offer to mark a payment link of Stripe. */
function paymentLink({ draft, set }) {
  return note('info', html`<p>${texts.paymentLink}</p>
    <p><button class="button small" type="button" @click=${() => set({ url: withMark(draft.url, session.workspace.vocabulary), trackConversion: true })}>${texts.markPaymentLink}</button></p>`);
}

function shortAddress({ draft, link, places, free, set }) {
  const verified = places.domains.filter(({ verified: proved, archived, slug }) => proved && !archived || slug === link?.domain).map(({ slug }) => slug);
  const primary = places.domains.some((domain) => domain.primary && domain.verified);
  const own = link && !places.domains.some(({ slug }) => slug === link.domain) ? link.domain : primary ? ownDomain() : '';
  const problem = WRONG.has(free);
  return html`<div class="short-address">
    <label class="label" for="link-key">${texts.short}</label>
    ${verified.length ? html`<select class="input" name="domain" aria-label=${texts.domain} .value=${live(draft.domain)} @change=${(event) => set({ domain: event.target.value })}>
      ${[own, ...verified].map((value) => html`<option value=${value} ?selected=${value === draft.domain}>${value || ownDomain()}</option>`)}</select>`
    : html`<span class="before">${(own || ownDomain())}/</span>`}
    <input class="input" id="link-key" name="key" maxlength="190" autocomplete="off" autocapitalize="none" spellcheck="false" .value=${live(draft.key)}
      placeholder=${link ? '' : texts.random} ?required=${Boolean(link)} aria-invalid=${ifDefined(problem ? 'true' : undefined)} aria-describedby="link-key-state">
    <p class=${problem ? 'field-problem' : `hint ${free === 'free' ? 'free' : ''}`} id="link-key-state" aria-live="polite">${free ? texts.free[free] : link ? texts.keyChange : texts.keyHint}</p>
  </div>`;
}

function tags({ draft, places, set, tagMade }) {
  const turn = (id, on) => set({ tagIds: on ? [...draft.tagIds, id] : draft.tagIds.filter((other) => other !== id) });
  const add = (event) => {
    const field = event.currentTarget.closest('.row').querySelector('input');
    const name = field.value.trim();
    event.preventDefault();
    return name && busy(event.currentTarget, async () => {
      tagMade(await call('POST', '/tags', { name }));
      field.value = '';
    });
  };
  return html`<fieldset><legend>${texts.tags}</legend>
    <div class="stack tight">
      ${places.tags.length ? html`<div class="swatches">${places.tags.map(({ id, name, color }) => html`<label><input type="checkbox" .checked=${draft.tagIds.includes(id)}
        @change=${(event) => turn(id, event.target.checked)}><span class="dot tag-${color}">${name}</span></label>`)}</div>` : nothing}
      ${session.is('member') ? html`<div class="row"><input class="input tag-new" maxlength="190" aria-label=${texts.newTag} placeholder=${texts.newTag} autocomplete="off" @keydown=${(event) => event.key === 'Enter' && add(event)}>
        <button class="button small" type="button" @click=${add}>${icon('plus')}<span>${texts.addTag}</span></button></div>` : nothing}
    </div></fieldset>`;
}

/** The words of a campaign, which stand in the destination and nowhere else. */
function campaign({ draft: { url }, first: { url: urlAtFirst } }) {
  const given = UTM.filter((name) => first(url, name));
  return folded(texts.utm, given.length ? given.map((name) => first(url, name)).join(' · ') : texts.utmNone, UTM.some((name) => first(urlAtFirst, name)), html`
    <p class="small quiet">${url ? texts.utmText : texts.utmFirst}</p>
    <div class="fields two">${UTM.map((name) => html`<c-field name=${name} label=${texts.utmNames[name]} .value=${first(url, name)} .disabled=${!url.trim()} placeholder=${texts.utmExamples[name]}></c-field>`)}</div>
    ${given.length ? html`<div><span class="label">${texts.utmResult}</span><p class="result mono">${withMarks(url, given)}</p></div>` : nothing}`);
}

/** The address with its campaign words set off. */
function withMarks(url, names) {
  return url.split(/(?<=[?&])|(?=[&#])/).map((part) => (names.some((name) => part.startsWith(`${name}=`)) ? html`<mark>${part}</mark>` : part));
}
