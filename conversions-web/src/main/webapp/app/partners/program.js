import { html, nothing } from 'lit';
import { majorOf, minorOf } from '../amount.js';
import { call } from '../api.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { cardHead } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners/program');
const QUESTIONS_MAX = 50;
const EMBED_SWITCHES = ['leaderboard', 'hideEarnings', 'hidePayouts', 'hidePoweredByBadge'];

/** The settings of the program: its name and payouts, what partners see in their portal, and in the page that a site embeds. */
class Program extends Page {
  #program = null;
  /** The questions and answers of the embedded page, as they are edited. */
  #faq = [];

  async load() {
    this.#use(await call('GET', '/program'));
  }

  #use(program) {
    this.#program = program;
    this.#faq = program.embed.faq.map((one) => ({ ...one }));
    this.requestUpdate();
  }

  async #change(change) {
    this.#program = await call('PATCH', '/program', change);
    say(texts.saved);
    this.requestUpdate();
  }

  /** A switch goes back by itself when the server refuses. */
  #turn(change) {
    return this.#change(change).then(() => true, (error) => {
      say(error.message, 'negative', error.lang);
      return false;
    });
  }

  #saveProgram = submitting(async ({ name, url, currency, minimum, payoutMode }, form) => {
    const minPayoutAmount = minorOf(minimum, currency);
    if (minPayoutAmount === null) {
      form.querySelector('c-field[name=minimum]').complain(texts.amountWrong);
      return;
    }
    await this.#change({ name, url, currency: currency.toLowerCase(), minPayoutAmount, payoutMode });
  });

  #saveHelp = submitting(({ termsUrl, helpUrl, supportEmail }) => this.#change({ termsUrl, helpUrl, supportEmail }));

  #saveEmbed = submitting(async ({ customTermsUrl }) => {
    const faq = this.#faq.map(({ question, answer }) => ({ question: question.trim(), answer: answer.trim() }));
    await this.#change({ embed: { customTermsUrl, faq } });
  });

  async #addQuestion() {
    this.#faq = [...this.#faq, { question: '', answer: '' }];
    this.requestUpdate();
    await this.updateComplete;
    const last = [...this.querySelectorAll('.question c-field')].at(-2);
    await last?.updateComplete;
    last?.focus();
  }

  content() {
    const fixed = !session.is('member');
    return html`<div class="stack wide">${this.#programCard(this.#program, fixed)}${this.#portalCard(this.#program, fixed)}${this.#embedCard(this.#program.embed, fixed)}</div>`;
  }

  #programCard({ name, url, currency, minPayoutAmount, payoutMode }, fixed) {
    return html`<section class="card" aria-label=${texts.program}>${cardHead(texts.program, texts.programText)}
      <form class="stack" novalidate @submit=${this.#saveProgram}><div class="fields two">
        <c-field name="name" label=${texts.name} required ?disabled=${fixed} .value=${name}></c-field>
        <c-field name="url" label=${texts.url} look="mono" maxlength="4000" placeholder="https://" ?disabled=${fixed} .value=${url ?? ''}></c-field></div>
        <div class="fields two">
        <c-field name="currency" label=${texts.currency} required maxlength="3" ?disabled=${fixed} .value=${currency.toUpperCase()}></c-field>
        <c-field name="minimum" label=${texts.minimum} required maxlength="16" ?disabled=${fixed} .value=${majorOf(minPayoutAmount, currency)}></c-field>
        <c-choice name="payoutMode" label=${texts.mode} ?disabled=${fixed} .value=${payoutMode} .options=${Object.entries(texts.payoutModes).map(([value, text]) => ({ value, text }))}></c-choice></div>
        ${this.#end(fixed)}</form></section>`;
  }

  #portalCard({ shareCustomers, invitePartners, termsUrl, helpUrl, supportEmail }, fixed) {
    const portal = new URL('/partners/', location.origin).href;
    return html`<section class="card" aria-label=${texts.portal}>${cardHead(texts.portal, texts.portalText)}
      <p><c-copy .text=${portal} label=${texts.portal}></c-copy></p>
      <div class="settings stack">
        <c-switch label=${texts.invitePartners} hint=${texts.invitePartnersText} ?checked=${invitePartners} ?disabled=${fixed} .action=${(on) => this.#turn({ invitePartners: on })}></c-switch>
        <c-switch label=${texts.shareCustomers} hint=${texts.shareCustomersText} ?checked=${shareCustomers} ?disabled=${fixed} .action=${(on) => this.#turn({ shareCustomers: on })}></c-switch></div>
      <hr class="rule">
      <form class="stack" novalidate @submit=${this.#saveHelp}><div class="fields two">
        <c-field name="termsUrl" label=${texts.termsUrl} look="mono" maxlength="4000" placeholder="https://" ?disabled=${fixed} .value=${termsUrl ?? ''}></c-field>
        <c-field name="helpUrl" label=${texts.helpUrl} look="mono" maxlength="4000" placeholder="https://" ?disabled=${fixed} .value=${helpUrl ?? ''}></c-field>
        <c-field name="supportEmail" label=${texts.supportEmail} type="email" ?disabled=${fixed} .value=${supportEmail ?? ''}></c-field></div>
        ${this.#end(fixed)}</form></section>`;
  }

  #embedCard(embed, fixed) {
    return html`<section class="card" aria-label=${texts.embed}>${cardHead(texts.embed, texts.embedText)}
      <div class="settings stack">${EMBED_SWITCHES.map((name) => html`
        <c-switch label=${texts.switches[name]} hint=${texts.switchesText[name]} ?checked=${embed[name]} ?disabled=${fixed} .action=${(on) => this.#turn({ embed: { [name]: on } })}></c-switch>`)}</div>
      <hr class="rule">
      <form class="stack" novalidate @submit=${this.#saveEmbed}>
        <c-field name="customTermsUrl" label=${texts.customTermsUrl} hint=${texts.customTermsUrlText} look="mono" maxlength="4000" placeholder="https://" ?disabled=${fixed} .value=${embed.customTermsUrl ?? ''}></c-field>
        <h3>${texts.faq}</h3>${this.#faq.length ? nothing : html`<p class="quiet">${texts.noFaq}</p>`}
        ${this.#faq.map((one, index) => this.#question(one, index, fixed))}
        ${fixed || this.#faq.length >= QUESTIONS_MAX ? nothing : html`<div><button class="button small" type="button" @click=${() => this.#addQuestion()}>${icon('plus')}<span>${texts.addFaq}</span></button></div>`}
        ${this.#end(fixed)}</form></section>`;
  }

  #question(one, index, fixed) {
    const name = texts.faqNumber(index + 1);
    return html`<fieldset class="question" ?disabled=${fixed}><legend>${name}</legend>
      <c-field name="question${index}" label=${texts.question} required ?disabled=${fixed} .value=${one.question} @input=${(event) => { one.question = event.target.value; }}></c-field>
      <c-field name="answer${index}" label=${texts.answer} rows="3" required ?disabled=${fixed} .value=${one.answer} @input=${(event) => { one.answer = event.target.value; }}></c-field>
      ${fixed ? nothing : html`<div><button class="button small danger" type="button" aria-label=${texts.removeOf(name)} @click=${() => { this.#faq = this.#faq.filter((other) => other !== one); this.requestUpdate(); }}>${texts.remove}</button></div>`}</fieldset>`;
  }

  #end(fixed) {
    return html`<c-problem></c-problem>${fixed ? nothing : html`<div class="form-end"><button class="button" type="submit"><span>${texts.save}</span></button></div>`}`;
  }
}

customElements.define('c-program', Program);
