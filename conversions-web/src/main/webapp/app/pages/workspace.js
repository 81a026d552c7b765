import { html, nothing } from 'lit';
import { call } from '../api.js';
import { head, note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { count } from '../format.js';
import { session } from '../session.js';

const CURRENCIES = ['aud', 'brl', 'cad', 'chf', 'cny', 'czk', 'dkk', 'eur', 'gbp', 'hkd', 'inr', 'jpy', 'krw', 'mxn', 'nok', 'nzd', 'pln', 'sek', 'sgd', 'try', 'usd', 'zar'];
const LOOK_MILLIS = 2000;

/** The settings of the workspace; at /app/workspace/new a form for a further one. */
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
    say('Saved');
  });

  #saveAttribution = submitting(async ({ attributionModel, attributionWindowDays }) => {
    await this.#change({ attributionModel, attributionWindowDays: Number(attributionWindowDays) });
    say('Saved. It holds for payments from now on.');
  });

  #saveSites = submitting(async ({ allowedHostnames }) => {
    await this.#change({ allowedHostnames: allowedHostnames.split(/[\s,]+/).filter(Boolean) });
    say('Saved');
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
    return this.rest[0] === 'new' ? this.#newWorkspace() : html`
      ${head('Workspace', 'How this workspace counts, and what it is called towards browsers and Stripe.')}
      <div class="stack wide">${this.#general()}${this.#currency()}${this.#attribution()}${this.#vocabulary()}${this.#sites()}</div>`;
  }

  #general() {
    const { name, slug, id, timezone, plan } = this.#workspace;
    return html`<section class="card" aria-labelledby="general"><h2 id="general">General</h2>
      <dl class="facts"><div><dt>Short name</dt><dd>${slug}</dd></div><div><dt>Id</dt><dd><c-copy text=${id} label="the id"></c-copy></dd></div>
        ${plan ? html`<div><dt>Plan</dt><dd>${plan}</dd></div>` : nothing}</dl>
      <form class="stack" novalidate @submit=${this.#save}><div class="fields two">
        <c-field name="name" label="Name" .value=${name} required ?disabled=${!this.#mayChange}></c-field>
        <c-choice name="timezone" label="Time zone" hint="Where the days of your figures begin." .value=${timezone} ?disabled=${!this.#mayChange}
          .options=${zones(timezone).map((value) => ({ value, text: value.replaceAll('_', ' ') }))}></c-choice></div>
        <c-problem></c-problem>${this.#saveButton()}</form></section>`;
  }

  get #mayChange() {
    return session.is('member');
  }

  #saveButton(text = 'Save') {
    return this.#mayChange ? html`<div class="form-end"><button class="button" type="submit"><span>${text}</span></button></div>` : nothing;
  }

  #currency() {
    const { currency, restatement } = this.#workspace;
    const codes = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
    return html`<section class="card" aria-labelledby="currency"><div class="card-head"><div><h2 id="currency">Currency</h2>
      <p>All sales are stated in it. After a change each is worked out anew, from what was paid, at the rate of its day. Commissions stay in the currency they were earned in.</p></div></div>
      <form class="stack" novalidate @submit=${this.#save}>
        <c-choice name="currency" label="Currency of the figures" .value=${currency} ?disabled=${!this.#mayChange}
          .options=${codes.map((value) => ({ value, text: `${value.toUpperCase()} – ${currencyName(value)}` }))}></c-choice>
        <c-problem></c-problem>${this.#saveButton('Change the currency')}</form>
      ${restatement ? this.#restatement(restatement) : nothing}</section>`;
  }

  #restatement({ currency, sales, restated, withoutRate, finishedAt }) {
    const left = withoutRate ? html`<p>${count(withoutRate)} of them wait for an exchange rate of their day; until then they count as 0. You can give rates of your own by the API: <code>PUT /api/exchange-rates</code>.</p>` : nothing;
    return finishedAt ? note(withoutRate ? 'caution' : 'positive', html`<p>All ${count(sales)} sales are stated in ${currency.toUpperCase()}.</p>${left}`)
      : html`<div class="stack tight" role="status"><div class="row apart"><strong>Restating the sales in ${currency.toUpperCase()}</strong>
        <span class="number quiet">${count(restated)} of ${count(sales)}</span></div>
        <progress max=${sales || 1} value=${restated} aria-label="Sales restated"></progress>
        <p class="quiet small">Until this is done, figures have amounts of both currencies in them.</p>${left}</div>`;
  }

  #attribution() {
    const { attributionModel, attributionWindowDays } = this.#workspace;
    return html`<section class="card" aria-labelledby="attribution"><div class="card-head"><div><h2 id="attribution">Attribution</h2>
      <p>Which click a sale goes back to, when the purchase itself names none. A change holds for payments from then on.</p></div></div>
      <form class="stack" novalidate @submit=${this.#saveAttribution}>
        <fieldset ?disabled=${!this.#mayChange}><legend>Model</legend><div class="options across">
          ${option('attributionModel', 'last-click', attributionModel, 'Last click', 'The newest click of the buyer before the payment.')}
          ${option('attributionModel', 'first-click', attributionModel, 'First click', 'The one that brought the buyer first.')}</div></fieldset>
        <c-field name="attributionWindowDays" label="Window in days" type="number" min="1" max="365" .value=${String(attributionWindowDays)} required
          wrong="Enter a number from 1 to 365." hint="How long after a click a lead or sale is still its." ?disabled=${!this.#mayChange}></c-field>
        <c-problem></c-problem>${this.#saveButton()}</form></section>`;
  }

  #vocabulary() {
    const { vocabulary } = this.#workspace;
    return html`<section class="card" aria-labelledby="vocabulary"><div class="card-head"><div><h2 id="vocabulary">Names</h2>
      <p>What the script and Stripe call the click and the customer. Everything is understood in both; this is what is written.</p></div></div>
      <form class="stack" novalidate @submit=${this.#save}>
        <fieldset ?disabled=${!this.#mayChange}><legend>Vocabulary</legend><div class="options across">
          ${option('vocabulary', 'dub', vocabulary, 'dub', html`<code>dub_id</code> <code>dubCustomerExternalId</code> <code>dubClickId</code>`)}
          ${option('vocabulary', 'codeqr', vocabulary, 'codeqr', html`<code>cq_id</code> <code>codeqrCustomerId</code> <code>codeqrClickId</code>`)}</div></fieldset>
        <c-problem></c-problem>${this.#saveButton()}</form></section>`;
  }

  #sites() {
    const { allowedHostnames, clientSales } = this.#workspace;
    return html`<section class="card" aria-labelledby="sites"><div class="card-head"><div><h2 id="sites">Your sites</h2>
      <p>Pages report clicks and leads with a publishable key, which every visitor can read.</p></div></div>
      <form class="stack" novalidate @submit=${this.#saveSites}>
        <c-field name="allowedHostnames" label="Only these sites may report" rows="3" .value=${allowedHostnames.join('\n')} placeholder="example.com&#10;*.example.com"
          hint="One host in a line. With none, every site may." ?disabled=${!this.#mayChange}></c-field>
        <c-problem></c-problem>${this.#saveButton()}</form>
      <hr class="rule">
      <c-switch label="Pages may report sales" hint="Off is safer: a visitor could make sales up." ?checked=${clientSales} ?disabled=${!this.#mayChange}
        .action=${(wanted) => this.#turn({ clientSales: wanted })}></c-switch></section>`;
  }

  async #turn(change) {
    try {
      await this.#change(change);
      say('Saved');
      return true;
    } catch (error) {
      say(error.message, 'negative');
      return false;
    }
  }

  #newWorkspace() {
    return html`${head('New workspace', 'With links, keys, figures and Stripe accounts of its own. You become its owner.')}
      <section class="card"><form class="stack" novalidate @submit=${this.#create}>
        <div class="fields two">
          <c-field name="name" label="Name" required @input=${(event) => this.#suggest(event.target.value)}></c-field>
          <c-field name="slug" label="Short name" pattern="[a-z0-9\\-]+" maxlength="60" wrong="Small letters, digits and hyphens only." required hint="Small letters, digits and hyphens."></c-field>
          <c-choice name="currency" label="Currency" .value=${'usd'} .options=${CURRENCIES.map((value) => ({ value, text: `${value.toUpperCase()} – ${currencyName(value)}` }))}></c-choice>
        </div><c-problem></c-problem>
        <div class="form-end"><button class="button primary" type="submit"><span>Make the workspace</span></button></div></form></section>`;
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
  return new Intl.DisplayNames('en', { type: 'currency' }).of(code.toUpperCase());
}

customElements.define('workspace-page', WorkspacePage);
