import { html, nothing } from 'lit';
import { language } from '../language.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('referrals/portal');
/** English readers get the sentences of the API, and need no others. */
const translated = language === 'en' ? null : (await import('./promises.js')).promises;

/**
 * What the program pays, in sentences.
 *
 * @param {object[]} rewards as the API has them
 * @param {string} currency of what is sold
 */
export function termsList(rewards, currency) {
  return rewards.length ? html`<ul class="plain terms">${rewards.map((reward) => {
    const [first, ...others] = translated ? translated(reward, currency) : [reward.text];
    return html`<li><p><strong>${first}</strong></p>${others.map((sentence) => html`<p class="quiet small">${sentence}</p>`)}
      ${texts.events[reward.event] ? html`<span class="badge">${texts.events[reward.event]}</span>` : nothing}</li>`;
  })}</ul>` : html`<p class="quiet">${texts.noTerms}</p>`;
}
