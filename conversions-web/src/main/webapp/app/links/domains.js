import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { badge, empty, head, note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { doing, submitting } from '../forms.js';
import { modeOf, withMode } from '../mode.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { all } from './places.js';
import { folded } from './parts.js';
import { linkTabs } from './tabs.js';

const texts = await textsOf('links/link-places');

/** The domains that links can be on: added, proved by a DNS record, and what becomes of visitors who find nothing there. */
class LinkDomains extends Page {
  #domains = [];
  #counts = new Map();
  #adding = false;
  #changed = null;
  /** The last answer of the DNS, by domain. */
  #proofs = new Map();

  async load() {
    const [domains, counts] = await Promise.all([all('/domains?archived=true'), call('GET', '/links/count?groupBy=domain&showArchived=true')]);
    this.#domains = domains;
    this.#counts = new Map(counts.map((row) => [row.domain, row._count]));
  }

  #add = submitting(async ({ slug }) => {
    await call('POST', '/domains', { slug });
    this.#adding = false;
    say(texts.domainAdded);
    await this.reload();
  });

  #change = submitting(async (values) => {
    const { primary, archived, slug } = this.#changed;
    const texted = Object.fromEntries(['expiredUrl', 'notFoundUrl', 'assetLinks', 'appleAppSiteAssociation'].map((name) => [name, values[name] || null]));
    await call('PATCH', `/domains/${slug}`, { ...texted, primary, archived });
    this.#changed = null;
    say(texts.saved);
    await this.reload();
  });

  async #verify(domain) {
    const proof = await call('POST', `/domains/${domain.slug}/verify`);
    this.#proofs.set(domain.slug, proof);
    if (proof.verified) {
      say(texts.verifiedSaid(domain.slug));
    }
    await this.reload();
  }

  #remove(domain) {
    confirm({
      title: texts.removeDomain(domain.slug),
      text: texts.removeDomainText(this.#counts.get(domain.slug) ?? 0),
      button: texts.delete,
      action: async () => {
        await call('DELETE', `/domains/${domain.slug}`);
        await this.reload();
      },
    });
  }

  content() {
    const close = () => { this.#adding = false; this.requestUpdate(); };
    return html`${head(texts.domains, texts.domainsLead, session.is('member') ? html`
        <button class="button primary" type="button" @click=${() => { this.#adding = true; this.requestUpdate(); }}>${icon('plus')}<span>${texts.addDomain}</span></button>` : nothing)}
      ${linkTabs('domains')}
      <section class="card flush" aria-label=${texts.domains}>
        ${this.#domains.length ? [this.#own(), ...this.#domains.map((domain) => this.#domain(domain))] : empty('globe', texts.noDomain, texts.noDomainText(location.host))}
      </section>
      <c-dialog heading=${texts.addDomain} .open=${this.#adding} @closed=${close}>
        <form class="stack" novalidate @submit=${this.#add}>
          <c-field name="slug" label=${texts.domain} placeholder="go.example.com" inputmode="url" look="domain" required hint=${texts.domainHint}></c-field>
          <c-problem></c-problem>
          <div class="form-end right"><button class="button primary" type="submit"><span>${texts.add}</span></button></div></form></c-dialog>
      ${this.#settings()}`;
  }

  /** The server's own domain, which everybody here may use. */
  #own() {
    return html`<article class="event" aria-label=${location.host}><div class="row apart"><div class="row"><strong class="cell-title">${location.host}</strong>${badge('', texts.ofServer)}</div>
      ${this.#links(location.host)}</div></article>`;
  }

  #links(slug) {
    const links = this.#counts.get(slug) ?? 0;
    return links ? html`<a class="small" href=${withMode(`/app/links?domain=${slug}`, modeOf(location.search))}>${texts.links(links)}</a>` : html`<span class="small quiet">${texts.links(0)}</span>`;
  }

  #domain(domain) {
    const { slug, verified, primary, archived } = domain;
    const proof = this.#proofs.get(slug);
    return html`<article class="event" aria-label=${slug}>
      <div class="row apart"><div class="row"><strong class="cell-title">${slug}</strong>
          ${verified ? badge('positive', texts.verified) : badge('caution', texts.unverified)}${primary ? badge('accent', texts.primary) : nothing}${archived ? badge('', texts.archived) : nothing}</div>
        <div class="row">${this.#links(slug)}
          ${session.is('member') ? html`<button class="button small" type="button" @click=${() => { this.#changed = { ...domain }; this.requestUpdate(); }}><span>${texts.settings}</span></button>
            <button class="button small danger" type="button" @click=${() => this.#remove(domain)}>${texts.delete}</button>` : nothing}</div></div>
      ${verified ? nothing : html`<div class="stack tight">
        <p>${texts.record}</p>
        <dl class="facts">${['type', 'name', 'value'].map((name) => html`<div><dt>${texts.recordNames[name]}</dt><dd><c-copy text=${domain.verificationRecord[name]} label=${texts.recordNames[name]}></c-copy></dd></div>`)}</dl>
        <p class="small quiet">${texts.pointTo(location.host)}</p>
        ${proof && !proof.verified ? note('caution', html`<p>${proof.message}</p>${proof.found.length ? html`<p class="small">${texts.found} <code>${proof.found.join(', ')}</code></p>` : nothing}`) : nothing}
        ${session.is('member') ? html`<p><button class="button small" type="button" @click=${doing(() => this.#verify(domain))}><span>${texts.verify}</span></button></p>` : nothing}</div>`}
    </article>`;
  }

  #settings() {
    const domain = this.#changed;
    const turn = (name) => (on) => { this.#changed[name] = on; return true; };
    return html`<c-dialog wide heading=${domain ? texts.settingsOf(domain.slug) : ''} .open=${Boolean(domain)} @closed=${() => { this.#changed = null; this.requestUpdate(); }}>${domain ? html`
      <form class="stack" novalidate @submit=${this.#change}>
        <c-field name="notFoundUrl" label=${texts.notFoundUrl} inputmode="url" maxlength="2000" placeholder="https://" .value=${domain.notFoundUrl ?? ''} hint=${texts.notFoundHint}></c-field>
        <c-field name="expiredUrl" label=${texts.expiredUrl} inputmode="url" maxlength="2000" placeholder="https://" .value=${domain.expiredUrl ?? ''} hint=${texts.expiredHint}></c-field>
        <c-switch label=${texts.primaryLabel} hint=${texts.primaryHint} .checked=${domain.primary} .action=${turn('primary')}></c-switch>
        <c-switch label=${texts.archivedLabel} hint=${texts.archivedHint} .checked=${domain.archived} .action=${turn('archived')}></c-switch>
        ${folded(texts.apps, texts.appsText, false, html`
          <c-field name="appleAppSiteAssociation" label=${texts.apple} rows="4" look="mono" .value=${domain.appleAppSiteAssociation ?? ''}></c-field>
          <c-field name="assetLinks" label=${texts.android} rows="4" look="mono" .value=${domain.assetLinks ?? ''}></c-field>`)}
        <c-problem></c-problem>
        <div class="form-end right"><button class="button primary" type="submit"><span>${texts.save}</span></button></div></form>` : nothing}</c-dialog>`;
  }
}

customElements.define('c-link-domains', LinkDomains);
