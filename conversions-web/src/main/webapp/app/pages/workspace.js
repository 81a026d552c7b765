import { html, nothing } from 'lit';
import { call } from '../api.js';
import { head, note, tabs } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { language } from '../language.js';
import '../rates/rates.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('settings/workspace');
const common = await textsOf('frame/common');
const frame = await textsOf('frame/frame');
const rates = await textsOf('settings/rates');
const CURRENCIES = ['aud', 'brl', 'cad', 'chf', 'cny', 'czk', 'dkk', 'eur', 'gbp', 'hkd', 'inr', 'jpy', 'krw', 'mxn', 'nok', 'nzd', 'pln', 'sek', 'sgd', 'try', 'usd', 'zar'];
const LOOK_MILLIS = 2000;

/** The settings of the workspace and, at /app/workspace/rates, its exchange rates; at /app/workspace/new a form for a further workspace. */
class WorkspacePage extends Page {
  #workspace = null;

  async load() {
    if (this.rest[0] !== 'new') {
      this.#workspace = await call('GET', '/workspace');
      this.every(LOOK_MILLIS, async () => {
        if (this.#workspace.restatement && !this.#workspace.restatement.finishedAt) {
          this.#workspace = await call('GET', '/workspace');
          this.requestUpdate();
        }
      });
    }
  }

  #save = submitting(async (values) => {
    await this.#change(values);
    say(common.saved);
  });

  #saveAttribution = submitting(async ({ attributionModel, attributionWindowDays }) => {
    await this.#change({ attributionModel, attributionWindowDays: Number(attributionWindowDays) });
    say(texts.savedFromNow);
  });

  #saveSites = submitting(async ({ allowedHostnames }) => {
    await this.#change({ allowedHostnames: allowedHostnames.split(/[\s,]+/).filter(Boolean) });
    say(common.saved);
  });

  async #change(change) {
    this.#workspace = await call('PATCH', '/workspace', change);
    await session.load();
    this.requestUpdate();
  }

  #create = submitting(async (values) => {
    const { id } = await call('POST', '/workspaces', values);
    await session.choose(id);
    location.assign('/app/');
  });

  content() {
    const part = this.rest[0] === 'rates' ? 'rates' : 'general';
    return this.rest[0] === 'new' ? this.#newWorkspace() : html`
      ${head(frame.workspace, texts.lead)}
      ${tabs(frame.workspace, [{ key: 'general', href: '/app/workspace', text: rates.tabs.general }, { key: 'rates', href: '/app/workspace/rates', text: rates.tabs.rates }], part)}
      ${part === 'rates' ? html`<c-rates .rest=${this.rest}></c-rates>` : html`<div class="stack wide">${this.#general()}${this.#currency()}${this.#attribution()}${this.#vocabulary()}${this.#sites()}</div>`}`;
  }

  #general() {
    const { name, slug, id, timezone, plan } = this.#workspace;
    return html`<section class="card" aria-labelledby="general"><h2 id="general">${texts.general}</h2>
      <dl class="facts"><div><dt>${texts.shortName}</dt><dd>${slug}</dd></div><div><dt>${texts.id}</dt><dd><c-copy text=${id} label=${texts.theId}></c-copy></dd></div>
        ${plan ? html`<div><dt>${texts.plan}</dt><dd>${plan}</dd></div>` : nothing}</dl>
      <form class="stack" novalidate @submit=${this.#save}><div class="fields two">
        <c-field name="name" label=${common.name} .value=${name} required ?disabled=${!this.#mayChange}></c-field>
        <c-choice name="timezone" label=${texts.timezone} hint=${texts.timezoneHint} .value=${timezone} ?disabled=${!this.#mayChange}
          .options=${zones(timezone).map((value) => ({ value, text: value.replaceAll('_', ' ') }))}></c-choice></div>
        <c-problem></c-problem>${this.#saveButton()}</form></section>`;
  }

  get #mayChange() {
    return session.is('member');
  }

  #saveButton(text = common.save) {
    return this.#mayChange ? html`<div class="form-end"><button class="button" type="submit"><span>${text}</span></button></div>` : nothing;
  }

  #currency() {
    const { currency, restatement } = this.#workspace;
    const codes = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
    return html`<section class="card" aria-labelledby="currency"><div class="card-head"><div><h2 id="currency">${texts.currency}</h2>
      <p>${texts.currencyDetail}</p></div></div>
      <form class="stack" novalidate @submit=${this.#save}>
        <c-choice name="currency" label=${texts.currencyOfFigures} .value=${currency} ?disabled=${!this.#mayChange}
          .options=${codes.map((value) => ({ value, text: `${value.toUpperCase()} – ${currencyName(value)}` }))}></c-choice>
        <c-problem></c-problem>${this.#saveButton(texts.changeCurrency)}</form>
      ${restatement ? this.#restatement(restatement) : nothing}</section>`;
  }

  #restatement({ currency, sales, restated, withoutRate, finishedAt }) {
    const left = withoutRate ? html`<p>${texts.withoutRate(withoutRate)}</p>` : nothing;
    return finishedAt ? note(withoutRate ? 'caution' : 'positive', html`<p>${texts.restated(sales, currency.toUpperCase())}</p>${left}`)
      : html`<div class="stack tight" role="status"><div class="row apart"><strong>${texts.restating(currency.toUpperCase())}</strong>
        <span class="number quiet">${texts.restatedSoFar(restated, sales)}</span></div>
        <progress max=${sales || 1} value=${restated} aria-label=${texts.salesRestated}></progress>
        <p class="quiet small">${texts.bothCurrencies}</p>${left}</div>`;
  }

  #attribution() {
    const { attributionModel, attributionWindowDays } = this.#workspace;
    return html`<section class="card" aria-labelledby="attribution"><div class="card-head"><div><h2 id="attribution">${texts.attribution}</h2>
      <p>${texts.attributionDetail}</p></div></div>
      <form class="stack" novalidate @submit=${this.#saveAttribution}>
        <fieldset ?disabled=${!this.#mayChange}><legend>${texts.model}</legend><div class="options across">
          ${option('attributionModel', 'last-click', attributionModel, texts.lastClick, texts.lastClickDetail)}
          ${option('attributionModel', 'first-click', attributionModel, texts.firstClick, texts.firstClickDetail)}</div></fieldset>
        <c-field name="attributionWindowDays" label=${texts.window} type="number" min="1" max="365" .value=${String(attributionWindowDays)} required
          wrong=${texts.windowWrong} hint=${texts.windowHint} ?disabled=${!this.#mayChange}></c-field>
        <c-problem></c-problem>${this.#saveButton()}</form></section>`;
  }

  #vocabulary() {
    const { vocabulary } = this.#workspace;
    return html`<section class="card" aria-labelledby="vocabulary"><div class="card-head"><div><h2 id="vocabulary">${texts.names}</h2>
      <p>${texts.namesDetail}</p></div></div>
      <form class="stack" novalidate @submit=${this.#save}>
        <fieldset ?disabled=${!this.#mayChange}><legend>${texts.vocabulary}</legend><div class="options across">
          ${option('vocabulary', 'dub', vocabulary, 'dub', html`<code>dub_id</code> <code>dubCustomerExternalId</code> <code>dubClickId</code>`)}
          ${option('vocabulary', 'codeqr', vocabulary, 'codeqr', html`<code>cq_id</code> <code>codeqrCustomerId</code> <code>codeqrClickId</code>`)}</div></fieldset>
        <c-problem></c-problem>${this.#saveButton()}</form></section>`;
  }

  #sites() {
    const { allowedHostnames, clientSales } = this.#workspace;
    return html`<section class="card" aria-labelledby="sites"><div class="card-head"><div><h2 id="sites">${texts.sites}</h2>
      <p>${texts.sitesDetail}</p></div></div>
      <form class="stack" novalidate @submit=${this.#saveSites}>
        <c-field name="allowedHostnames" label=${texts.onlyThese} rows="3" .value=${allowedHostnames.join('\n')} placeholder="example.com&#10;*.example.com"
          hint=${texts.onlyTheseHint} ?disabled=${!this.#mayChange}></c-field>
        <c-problem></c-problem>${this.#saveButton()}</form>
      <hr class="rule">
      <c-switch label=${texts.clientSales} hint=${texts.clientSalesHint} ?checked=${clientSales} ?disabled=${!this.#mayChange}
        .action=${(wanted) => this.#turn({ clientSales: wanted })}></c-switch></section>`;
  }

  async #turn(change) {
    try {
      await this.#change(change);
      say(common.saved);
      return true;
    } catch (error) {
      say(error.message, 'negative', error.lang);
      return false;
    }
  }

  #newWorkspace() {
    return html`${head(frame.newWorkspace, texts.newDetail)}
      <section class="card"><form class="stack" novalidate @submit=${this.#create}>
        <div class="fields two">
          <c-field name="name" label=${common.name} required @input=${(event) => this.#suggest(event.target.value)}></c-field>
          <c-field name="slug" label=${texts.shortName} pattern="[a-z0-9\\-]+" maxlength="60" wrong=${texts.slugWrong} required hint=${texts.slugHint}></c-field>
          <c-choice name="currency" label=${texts.currency} .value=${'usd'} .options=${CURRENCIES.map((value) => ({ value, text: `${value.toUpperCase()} – ${currencyName(value)}` }))}></c-choice>
        </div><c-problem></c-problem>
        <div class="form-end"><button class="button primary" type="submit"><span>${texts.make}</span></button></div></form></section>`;
  }

  /** The short name follows the name, until somebody writes their own. */
  #suggest(name) {
    const slug = this.querySelector('c-field[name="slug"]');
    if (slug.value === (this.suggested ?? '')) {
      this.suggested = name.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60);
      slug.value = this.suggested;
    }
  }
}

function option(name, value, current, title, text) {
  return html`<label class="option"><input type="radio" name=${name} value=${value} .checked=${value === current}><span><b>${title}</b><span class="quiet">${text}</span></span></label>`;
}

function zones(current) {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['UTC', current, ...known])];
}

function currencyName(code) {
  return new Intl.DisplayNames(language, { type: 'currency' }).of(code.toUpperCase());
}

customElements.define('workspace-page', WorkspacePage);
