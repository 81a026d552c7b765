import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { doing } from '../forms.js';
import { initials } from '../format.js';
import { session } from '../session.js';
import { icon } from './icons.js';

const GROUPS = [
  { items: [{ href: '/app/', page: 'home', sign: 'home', text: 'Home' }] },
  {
    name: 'Settings',
    items: [
      { href: '/app/stripe', page: 'stripe', sign: 'card', text: 'Stripe' },
      { href: '/app/workspace', page: 'workspace', sign: 'gear', text: 'Workspace' },
      { href: '/app/keys', page: 'keys', sign: 'key', text: 'API keys', role: 'owner' },
      { href: '/app/members', page: 'members', sign: 'users', text: 'Members', role: 'owner' },
      { href: '/app/apps', page: 'apps', sign: 'plug', text: 'Apps', role: 'owner' },
    ],
  },
];

/** What stands beside every page: the workspace, the ways to the other pages, the person. */
export function side(page) {
  return html`
    ${workspaceMenu()}
    <nav aria-label="Pages">${GROUPS.map(({ name, items }) => html`
      <div>${name ? html`<h2>${name}</h2>` : nothing}
        <ul class="plain">${items.filter(({ role }) => !role || session.is(role)).map(({ href, page: key, sign, text }) => html`
          <li><a href=${href} aria-current=${ifDefined(key === page.name ? 'page' : undefined)}>${icon(sign)}${text}</a></li>`)}</ul>
      </div>`)}</nav>
    <div class="foot">
      <a href="/app/api-reference/">${icon('book')}API reference</a>
      ${personMenu()}
    </div>`;
}

function workspaceMenu() {
  const { workspace, workspaces } = session;
  const name = workspace?.name ?? 'No workspace';
  return html`<c-menu label="Workspace"
    .face=${html`<span class="workspace-mark" aria-hidden="true">${initials(name).charAt(0)}</span><span class="grow">${name}<small>${workspace?.slug ?? ''}</small></span>`}
    .items=${html`
      ${workspaces.map((other) => html`
        <button type="button" aria-current=${ifDefined(other.id === workspace?.id ? 'true' : undefined)} @click=${doing(() => change(other.id))}>
          <span class="workspace-mark" aria-hidden="true">${initials(other.name).charAt(0)}</span><span class="grow">${other.name}</span>
          ${other.id === workspace?.id ? icon('check') : nothing}</button>`)}
      <hr><a href="/app/workspace/new">${icon('plus')}New workspace</a>`}></c-menu>`;
}

/** Everything on the screen belongs to the old one, so that the page begins anew. */
async function change(id) {
  if (id !== session.workspace?.id) {
    await session.choose(id);
    location.assign('/app/');
  }
}

function personMenu() {
  const { person } = session;
  return html`<c-menu label="You"
    .face=${html`<span class="person-mark" aria-hidden="true">${initials(person.name || person.email)}</span><span class="grow">${person.name || person.email}</span>`}
    .items=${html`
      <p>${person.email}</p><hr>
      <a href="/app/security">${icon('shield')}Your account</a>
      ${themes()}<hr>
      <button type="button" @click=${doing(leave)}>${icon('logout')}Log out</button>`}></c-menu>`;
}

async function leave() {
  await session.close();
  location.assign('/app/login');
}

const THEMES = [{ key: '', sign: 'monitor', text: 'System' }, { key: 'light', sign: 'sun', text: 'Light' }, { key: 'dark', sign: 'moon', text: 'Dark' }];

function themes() {
  const current = document.documentElement.dataset.theme ?? '';
  return html`<div class="segments" role="group" aria-label="Colours">${THEMES.map(({ key, sign, text }) => html`
    <button type="button" aria-pressed=${key === current} aria-label="${text} colours" title=${text} @click=${() => dress(key)}>${icon(sign)}</button>`)}</div>`;
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
