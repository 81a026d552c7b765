import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { icon } from '../components/icons.js';
import '../components/menu.js';
import { personMenu } from '../components/person.js';
import { initials } from '../format.js';
import { textsOf } from '../texts.js';
import { portal } from './portal.js';
import { viewPath } from './router.js';

const texts = await textsOf('referrals/portal');
const frame = await textsOf('frame/frame');

const GROUPS = [
  { views: { overview: 'chart', links: 'link', customers: 'users', leads: 'userplus', bounties: 'bookmark', commissions: 'handshake', payouts: 'card' } },
  { name: frame.settings, views: { profile: 'shield', members: 'users', notifications: 'mail', program: 'book' } },
];

/** What stands beside every view: the program, the ways to the other views, the person. */
export function side(view) {
  const { current } = portal;
  return html`${programMenu(current)}
    ${current ? html`<nav aria-label=${frame.pages}>${GROUPS.map(({ name, views }) => html`
      <div>${name ? html`<h2>${name}</h2>` : nothing}<ul class="plain">${Object.entries(views).map(([key, sign]) => html`
        <li><a href=${viewPath(current.partnerId, key)} aria-current=${ifDefined(key === view.name ? 'page' : undefined)}>${icon(sign)}${texts.titles[key]}</a></li>`)}</ul></div>`)}</nav>` : nothing}
    <div class="foot">${personMenu('#/account', '/partners/#/login')}</div>`;
}

function programMenu(current) {
  const name = current?.programName ?? texts.title;
  const face = html`<span class="workspace-mark" aria-hidden="true">${initials(name).charAt(0)}</span><span class="grow">${name}<small>${current?.workspaceName ?? ''}</small></span>`;
  if (portal.partners.length < 2) {
    return html`<div class="menu-button still">${face}</div>`;
  }
  return html`<c-menu label=${texts.program} .face=${face} .items=${html`${portal.partners.map(({ partnerId, programName, workspaceName }) => html`
    <a href=${viewPath(partnerId)} aria-current=${ifDefined(partnerId === current?.partnerId ? 'true' : undefined)}>
      <span class="workspace-mark" aria-hidden="true">${initials(programName).charAt(0)}</span><span class="grow">${programName}<small class="quiet">${workspaceName}</small></span>
      ${partnerId === current?.partnerId ? icon('check') : nothing}</a>`)}`}></c-menu>`;
}
