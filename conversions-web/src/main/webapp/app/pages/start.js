import { html, nothing } from 'lit';
import { call, readAll } from '../api.js';
import { checklist, nextStep } from '../checklist.js';
import { icon } from '../components/icons.js';
import { badge, cardHead, head } from '../components/parts.js';
import { Page } from '../components/page.js';
import { doing, submitting } from '../forms.js';
import { count, money } from '../format.js';
import '../sample/sample.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('overview/start');
const frame = await textsOf('frame/frame');
const LOOK_MILLIS = 3000;

/** The start page: how far the set-up is, which turns green by itself, and what there is so far. */
class StartPage extends Page {
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
      ${head(next ? texts.title : texts.welcome(session.person.name || session.person.email),
    next ? texts.lead : texts.allDone)}
      <div class="stack wide">
        ${next ? nothing : this.#figures()}
        ${next ? html`<section class="card flush" aria-label=${texts.setUp}>
          ${cardHead(texts.setUp, nothing, badge('accent', texts.stepsDone(done, steps.length)))}
          <ol class="plain steps rule-top">${steps.map((step, index) => this.#step(step, index, step === next))}</ol>
        </section>${this.#figures()}` : nothing}
        <c-sample></c-sample>
        <section class="cards" aria-label=${texts.more}>
          ${tile('/app/stripe/code', 'bolt', texts.code, texts.codeDetail)}
          ${tile('/app/api-reference/', 'book', frame.apiReference, texts.referenceDetail)}
          ${session.is('owner') ? tile('/app/members', 'users', texts.invite, texts.inviteDetail) : nothing}
        </section>
      </div>`;
  }

  #figures() {
    const { live } = this.#facts;
    return html`<section class="card flush" aria-label=${texts.soFar}><dl class="figures">
      ${[[texts.clicks, count(live.clicks)], [texts.leads, count(live.leads)], [texts.sales, count(live.sales)],
    [texts.revenue, money(live.saleAmount, session.workspace.currency)]].map(([name, value]) => html`
        <div class="figure"><dt class="small quiet">${name}</dt><dd><b>${value}</b></dd></div>`)}</dl></section>`;
  }

  #step({ key, done, title, detail }, index, next) {
    return html`
      <li class="step ${done ? 'done' : next ? 'next' : ''}">
        <span class="sign" aria-hidden="true">${done ? icon('check') : index + 1}</span>
        <div><h3>${title}<span class="unseen">${done ? texts.isDone : texts.isOpen}</span></h3>
          ${done && !(key === 'link' && this.#link) ? nothing : html`<div class="detail"><p>${detail}</p>${next || key === 'link' ? this.#help(key) : nothing}</div>`}</div>
      </li>`;
  }

  #help(key) {
    switch (key) {
      case 'link': return this.#link ? html`<c-copy text=${this.#link.shortLink} label=${texts.theLink}></c-copy>` : html`
        <form class="stack tight" novalidate @submit=${this.#makeLink}>
          <c-field name="url" label=${texts.whereTo} type="url" placeholder="https://example.com/pricing" maxlength="2000" required wrong=${texts.wrongAddress}></c-field>
          <c-problem></c-problem><button class="button primary" type="submit"><span>${texts.makeLink}</span></button></form>`;
      case 'stripe': return html`<a class="button primary" href="/app/stripe/connect">${texts.connect}</a>`;
      default: return html`<span class="row small"><span class="pulse" aria-hidden="true"></span>${texts.waiting}</span>
        ${key === 'click' ? nothing : html`<a class="button" href="/app/stripe/code">${texts.showCode}</a>`}`;
    }
  }

  #withoutWorkspace() {
    return html`${head(texts.choose, session.workspaces.length
      ? texts.chooseDetail : texts.noneYet)}
      <div class="cards">${session.workspaces.map(({ id, name, slug }) => html`
        <button class="tile" type="button" @click=${doing(() => session.choose(id))}>${icon('home')}<div><b>${name}</b><span>${slug}</span></div></button>`)}
        ${tile('/app/workspace/new', 'plus', frame.newWorkspace, texts.newDetail)}</div>`;
  }
}

function tile(href, sign, title, text) {
  return html`<a class="tile" href=${href}>${icon(sign)}<div><b>${title}</b><span>${text}</span></div></a>`;
}

customElements.define('start-page', StartPage);
