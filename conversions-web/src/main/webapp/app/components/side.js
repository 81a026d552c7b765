import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { doing } from '../forms.js';
import { initials } from '../format.js';
import { modeOf, withMode } from '../mode.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { icon } from './icons.js';
import { jumpButton } from './jump.js';
import { personMenu } from './person.js';

const texts = await textsOf('frame/frame');

const GROUPS = [
  {
    items: [
      { href: '/app/', page: 'overview', sign: 'chart' },
      { href: '/app/links', page: 'links', sign: 'link' },
      { href: '/app/customers', page: 'customers', sign: 'users' },
      { href: '/app/sales', page: 'sales', sign: 'card' },
      { href: '/app/partners', page: 'partners', sign: 'handshake' },
    ],
  },
  {
    name: texts.settings,
    items: [
      { href: '/app/stripe', page: 'stripe', sign: 'bolt' },
      { href: '/app/workspace', page: 'workspace', sign: 'gear' },
      { href: '/app/keys', page: 'keys', sign: 'key', role: 'owner' },
      { href: '/app/members', page: 'members', sign: 'userplus', role: 'owner' },
      { href: '/app/apps', page: 'apps', sign: 'plug', role: 'owner' },
      { href: '/app/system', page: 'system', sign: 'server', operator: true },
    ],
  },
];

/** What stands beside every page: the workspace, the ways to the other pages, the person. */
export function side(page) {
  return html`
    ${workspaceMenu()}
    ${jumpButton()}
    <nav aria-label=${texts.pages}>${GROUPS.map(({ name, items }) => html`
      <div>${name ? html`<h2>${name}</h2>` : nothing}
        <ul class="plain">${items.filter(({ role, operator }) => (!role || session.is(role)) && (!operator || session.person.operator)).map(({ href, page: key, sign }) => html`
          <li><a href=${withMode(href, modeOf(location.search))} aria-current=${ifDefined(key === page.name ? 'page' : undefined)}>${icon(sign)}${texts.titles[key]}</a></li>`)}</ul>
      </div>`)}</nav>
    <div class="foot">
      ${modes()}
      <a href="/app/api-reference/">${icon('book')}${texts.apiReference}</a>
      ${personMenu('/app/security', '/app/login')}
    </div>`;
}

/** Cannot be overlooked while a page shows what is not real money. */
export function modeBand(page) {
  const mode = modeOf(location.search);
  return page.modes && mode !== 'live' ? html`<div class="mode-band" role="status"><span>${texts.modeBand[mode]}</span>
    <a href=${withMode(location.pathname + location.search, 'live')}>${texts.toLive}</a></div>` : nothing;
}

/** The way to the other modes: the same page, with the mode in its address. */
function modes() {
  const current = modeOf(location.search);
  return html`<nav class="segments" aria-label=${texts.mode}>${['live', 'test', 'sandbox'].map((mode) => html`
    <a href=${withMode(location.pathname + location.search, mode)} aria-current=${ifDefined(mode === current ? 'true' : undefined)}>${texts.modes[mode]}</a>`)}</nav>`;
}

function workspaceMenu() {
  const { workspace, workspaces } = session;
  const name = workspace?.name ?? texts.noWorkspace;
  return html`<c-menu label=${texts.workspace}
    .face=${html`<span class="workspace-mark" aria-hidden="true">${initials(name).charAt(0)}</span><span class="grow">${name}<small>${workspace?.slug ?? ''}</small></span>`}
    .items=${html`
      ${workspaces.map((other) => html`
        <button type="button" aria-current=${ifDefined(other.id === workspace?.id ? 'true' : undefined)} @click=${doing(() => change(other.id))}>
          <span class="workspace-mark" aria-hidden="true">${initials(other.name).charAt(0)}</span><span class="grow">${other.name}</span>
          ${other.id === workspace?.id ? icon('check') : nothing}</button>`)}
      <hr><a href="/app/workspace/new">${icon('plus')}${texts.newWorkspace}</a>`}></c-menu>`;
}

/** Everything on the screen belongs to the old one, so that the page begins anew. */
async function change(id) {
  if (id !== session.workspace?.id) {
    await session.choose(id);
    location.assign('/app/');
  }
}
