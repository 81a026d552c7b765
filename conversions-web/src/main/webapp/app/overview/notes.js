import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { moment } from '../format.js';
import { doing, submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { dayOf, momentAt } from './period.js';

const texts = await textsOf('overview/overview');

const SHOWN = 3;

/** The notes on the chart, below it: what happened in the world that the lines do not say. It tells `changed` after each change. */
class Notes extends LitElement {
  static properties = { notes: { attribute: false }, zone: {} };

  #edited = null;
  #all = false;

  createRenderRoot() {
    return this;
  }

  #edit(note) {
    this.#edited = note;
    this.requestUpdate();
  }

  #save = submitting(async ({ text, day, time, shared }) => {
    const body = { text, at: momentAt(`${day}T${time || '12:00'}:00`, this.zone).toISOString(), shared: shared === 'on' };
    await (this.#edited.id ? call('PATCH', `/notes/${this.#edited.id}`, body) : call('POST', '/notes', body));
    this.#changed();
  });

  async #remove() {
    await call('DELETE', `/notes/${this.#edited.id}`);
    this.#changed();
  }

  #changed() {
    this.#edit(null);
    this.dispatchEvent(new Event('changed'));
  }

  #may(note) {
    return session.is('member') ? note.shared || note.author?.id === session.person.id : note.author?.id === session.person.id && !note.shared;
  }

  render() {
    const notes = this.notes ?? [];
    const shown = this.#all ? notes : notes.slice(-SHOWN);
    return html`<div class="notes row"><ul class="plain row" aria-label=${texts.notes}>${shown.map((note) => html`<li class="chip note-chip">
        <time class="quiet" datetime=${note.at}>${new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'short', timeZone: this.zone }).format(new Date(note.at))}</time>
        ${this.#may(note) ? html`<button type="button" title=${`${moment(note.at)}${note.author ? ` · ${note.author.name}` : ''}`} @click=${() => this.#edit(note)}>${note.text}</button>` : html`<span>${note.text}</span>`}
        ${note.shared ? nothing : html`<span title=${texts.onlyYou}>${icon('lock')}<span class="unseen">${texts.onlyYou}</span></span>`}</li>`)}</ul>
      ${notes.length > shown.length ? html`<button class="button bare small" type="button" @click=${() => { this.#all = true; this.requestUpdate(); }}>${texts.all(notes.length)}</button>` : nothing}
      <button class="button bare small" type="button" @click=${() => this.#edit({ at: new Date().toISOString(), text: '', shared: session.is('member') })}>${icon('plus')}<span>${texts.addNote}</span></button>
      ${this.#edited ? this.#dialog(this.#edited) : nothing}</div>`;
  }

  #dialog(note) {
    const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: this.zone }).format(new Date(note.at));
    return html`<c-dialog heading=${note.id ? texts.note : texts.addNote} .open=${true} @closed=${() => this.#edit(null)}>
      <form class="stack" novalidate @submit=${this.#save}>
        <c-field name="text" label=${texts.noteText} maxlength="200" required .value=${note.text}></c-field>
        <div class="fields two"><c-field name="day" type="date" label=${texts.noteDay} required .value=${dayOf(new Date(note.at), this.zone)}></c-field>
          <c-field name="time" type="time" label=${texts.noteTime} .value=${time}></c-field></div>
        ${session.is('member') ? html`<label class="check"><input type="checkbox" name="shared" ?checked=${note.shared}><span>${texts.shareNote}</span></label>` : nothing}
        <c-problem></c-problem>
        <div class="form-end"><button class="button primary" type="submit"><span>${texts.save}</span></button>
          ${note.id ? html`<button class="button danger" type="button" @click=${doing(() => this.#remove())}><span>${texts.remove}</span></button>` : nothing}</div>
      </form></c-dialog>`;
  }
}

customElements.define('c-notes', Notes);
