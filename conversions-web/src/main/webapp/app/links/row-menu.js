import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { copy } from '../components/copy.js';
import { icon } from '../components/icons.js';
import { say } from '../components/toasts.js';
import { doing } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { dots } from './parts.js';
import { bare } from './state.js';

const texts = await textsOf('links/links');

/**
 * The menu of everything that can be done with a link of a list.
 *
 * @param {{to: (path: string) => string, qr: () => void, changed: () => Promise<void>}} ways
 */
export function rowMenu(link, { to, qr, changed }) {
  const writes = session.is('member');
  return html`<c-menu class="dots" label=${texts.actionsOf(bare(link.shortLink))} .face=${dots} .items=${html`
    <a href=${to(`/app/links/${link.id}`)}>${icon(writes ? 'edit' : 'info')}${writes ? texts.edit : texts.details}</a>
    <button type="button" @click=${qr}>${icon('qr')}${texts.qr}</button>
    <button type="button" @click=${(event) => copy(link.shortLink, event.currentTarget)}>${icon('copy')}${texts.copyLink}</button>
    ${writes ? html`<a href=${to(`/app/links/new?from=${link.id}`)}>${icon('plus')}${texts.duplicate}</a>
      <button type="button" @click=${doing(() => archive(link, changed))}>${icon('folder')}${link.archived ? texts.unarchive : texts.archive}</button><hr>
      <button class="problem-text" type="button" @click=${() => remove(link, changed)}>${icon('trash')}${texts.delete}</button>` : nothing}`}></c-menu>`;
}

async function archive(link, changed) {
  await call('PATCH', `/links/${link.id}`, { archived: !link.archived });
  say(link.archived ? texts.unarchived : texts.archivedSaid);
  await changed();
}

/** Asks, and deletes the link. @param {() => Promise<void>} then */
export function remove(link, then) {
  confirm({
    title: texts.deleteTitle(bare(link.shortLink)),
    text: texts.deleteText,
    button: texts.delete,
    action: async () => {
      await call('DELETE', `/links/${link.id}`);
      say(texts.deleted);
      await then();
    },
  });
}
