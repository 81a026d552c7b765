import { html, nothing } from 'lit';
import { call, readAll } from '../api.js';
import { checklist, nextStep } from '../checklist.js';
import { icon } from '../components/icons.js';
import { badge, cardHead, head } from '../components/parts.js';
import { Page } from '../components/page.js';
import { doing, submitting } from '../forms.js';
import { count, money } from '../format.js';
import { session } from '../session.js';

const LOOK_MILLIS = 3000;

/** The start page: how far the set-up is, which turns green by itself, and what there is so far. */
class HomePage extends Page {
  #facts = null;
  #link = null;

  async load() {
    if (!session.workspace) {
      return;
    }
    this.#facts = await this.#look();
    this.every(LOOK_MILLIS, async () => {
      if (nextStep(checklist(this.#facts))) {
        this.#facts = await this.#look();
        this.requestUpdate();
      }
    });
  }

  async #look() {
    const [links, connections, live, test] = await readAll('/links?pageSize=1', '/stripe/connections',
      '/analytics?event=composite&interval=all', '/analytics?event=composite&interval=all&mode=test');
    return { links: links ?? [], connections: connections ?? [], live: live ?? {}, test: test ?? {} };
  }

  #makeLink = submitting(async ({ url }) => {
    this.#link = await call('POST', '/links', { url, trackConversion: true });
    this.#facts = await this.#look();
    this.requestUpdate();
  });

  content() {
    if (!session.workspace) {
      return this.#withoutWorkspace();
    }
    const steps = checklist(this.#facts);
    const done = steps.filter((step) => step.done).length;
    const next = nextStep(steps);
    return html`
      ${head(next ? 'Get to the first sale' : `Welcome, ${session.person.name || session.person.email}`,
    next ? 'Five steps from a link to a payment that is credited. This page watches, and ticks them off by itself.' : 'Everything is set up. This is what came of it so far.')}
      <div class="stack wide">
        ${next ? nothing : this.#figures()}
        ${next ? html`<section class="card flush" aria-label="Set-up">
          ${cardHead('Set-up', nothing, badge('accent', `${done} of ${steps.length}`))}
          <ol class="plain steps rule-top">${steps.map((step, index) => this.#step(step, index, step === next))}</ol>
        </section>${this.#figures()}` : nothing}
        <section class="cards" aria-label="More">
          ${tile('/app/stripe/code', 'bolt', 'Code for your site', 'Ready to paste, with the names of your workspace.')}
          ${tile('/app/api-reference/', 'book', 'API reference', 'Every operation, with examples.')}
          ${session.is('owner') ? tile('/app/members', 'users', 'Invite people', 'Owners, members, and viewers who change nothing.') : nothing}
        </section>
      </div>`;
  }

  #figures() {
    const { live } = this.#facts;
    return html`<section class="card flush" aria-label="So far"><dl class="figures">
      ${[['Clicks', count(live.clicks)], ['Leads', count(live.leads)], ['Sales', count(live.sales)],
    ['Revenue', money(live.saleAmount, session.workspace.currency)]].map(([name, value]) => html`
        <div class="figure"><dt class="small quiet">${name}</dt><dd><b>${value}</b></dd></div>`)}</dl></section>`;
  }

  #step({ key, done, title, detail }, index, next) {
    return html`
      <li class="step ${done ? 'done' : next ? 'next' : ''}">
        <span class="sign" aria-hidden="true">${done ? icon('check') : index + 1}</span>
        <div><h3>${title}<span class="unseen">${done ? ', done' : ', not done yet'}</span></h3>
          ${done && !(key === 'link' && this.#link) ? nothing : html`<div class="detail"><p>${detail}</p>${next || key === 'link' ? this.#help(key) : nothing}</div>`}</div>
      </li>`;
  }

  #help(key) {
    switch (key) {
      case 'link': return this.#link ? html`<c-copy text=${this.#link.shortLink} label="the short link"></c-copy>` : html`
        <form class="stack tight" novalidate @submit=${this.#makeLink}>
          <c-field name="url" label="Where should it lead?" type="url" placeholder="https://example.com/pricing" maxlength="2000" required wrong="Enter an address that begins with https://"></c-field>
          <c-problem></c-problem><button class="button primary" type="submit"><span>Make the link</span></button></form>`;
      case 'stripe': return html`<a class="button primary" href="/app/stripe/connect">Connect Stripe</a>`;
      default: return html`<span class="row small"><span class="pulse" aria-hidden="true"></span>Waiting for it</span>
        ${key === 'click' ? nothing : html`<a class="button" href="/app/stripe/code">Show the code</a>`}`;
    }
  }

  #withoutWorkspace() {
    return html`${head('Choose a workspace', session.workspaces.length
      ? 'You belong to these. What you see and change is always that of one of them.' : 'You belong to none yet. Make one, or ask somebody to invite you.')}
      <div class="cards">${session.workspaces.map(({ id, name, slug }) => html`
        <button class="tile" type="button" @click=${doing(() => session.choose(id))}>${icon('home')}<div><b>${name}</b><span>${slug}</span></div></button>`)}
        ${tile('/app/workspace/new', 'plus', 'New workspace', 'With links, keys and figures of its own.')}</div>`;
  }
}

function tile(href, sign, title, text) {
  return html`<a class="tile" href=${href}>${icon(sign)}<div><b>${title}</b><span>${text}</span></div></a>`;
}

customElements.define('home-page', HomePage);
