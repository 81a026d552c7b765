import { html } from 'lit';
import { doing } from '../forms.js';
import { initials } from '../format.js';
import { language, LANGUAGES, speak } from '../language.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { icon } from './icons.js';
import './menu.js';

const texts = await textsOf('frame/frame');

/** The menu of the person who is signed in. @param {string} account where it is changed @param {string} login where one is who has left */
export function personMenu(account, login) {
  const { person } = session;
  return html`<c-menu label=${texts.you}
    .face=${html`<span class="person-mark" aria-hidden="true">${initials(person.name || person.email)}</span><span class="grow">${person.name || person.email}</span>`}
    .items=${html`
      <p>${person.email}</p><hr>
      <a href=${account}>${icon('shield')}${texts.titles.security}</a>
      ${themes()}${languages()}<hr>
      <button type="button" @click=${doing(() => leave(login))}>${icon('logout')}${texts.logOut}</button>`}></c-menu>`;
}

/** What was shown is that person's, so that the page begins anew. */
async function leave(login) {
  await session.close();
  location.assign(login);
  if (login.includes('#')) {
    location.reload();
  }
}

const THEME_SIGNS = { '': 'monitor', light: 'sun', dark: 'moon' };

function themes() {
  const current = document.documentElement.dataset.theme ?? '';
  return html`<div class="segments" role="group" aria-label=${texts.colours}>${Object.entries(THEME_SIGNS).map(([key, sign]) => html`
    <button type="button" aria-pressed=${key === current} aria-label=${texts.themes[key]} title=${texts.themes[key]} @click=${() => dress(key)}>${icon(sign)}</button>`)}</div>`;
}

function languages() {
  return html`<div class="segments" role="group" aria-label=${texts.language}>${Object.entries(LANGUAGES).map(([key, name]) => html`
    <button type="button" lang=${key} aria-pressed=${key === language} @click=${() => speak(key)}>${name}</button>`)}</div>`;
}

function dress(theme) {
  const { dataset } = document.documentElement;
  if (theme) {
    dataset.theme = theme;
  } else {
    delete dataset.theme;
  }
  try {
    localStorage.setItem('conversions-theme', theme);
  } catch {
    // It holds until the page is left.
  }
  session.dispatchEvent(new Event('changed'));
}
