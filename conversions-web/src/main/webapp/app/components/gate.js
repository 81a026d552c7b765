import { html, svg } from 'lit';
import { language, LANGUAGES, speak } from '../language.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('frame/components');

/**
 * The frame of the pages without a session.
 *
 * @param {{roomy?: boolean, once?: boolean}} look once: what is shown is lost when the page begins anew
 */
export function gateFrame(content, { roomy = false, once = false } = {}) {
  return html`
    <div class="gate ${roomy ? 'roomy' : ''}">
      <main id="content"><div>
        <span class="brand"><img src="/app/icon.svg" alt="">Conversions</span>
        ${content}${once ? '' : languages()}
      </div></main>
      <aside aria-hidden="true">${road()}<p>${texts.slogan}</p></aside>
    </div>`;
}

/** The choice of the language, where no menu offers it. */
export function languages() {
  return html`<div class="tongues" role="group" aria-label=${texts.language}>${Object.entries(LANGUAGES).map(([key, name]) => html`
    <button type="button" lang=${key} aria-pressed=${key === language} @click=${() => speak(key)}>${name}</button>`)}</div>`;
}

const STATIONS = [
  { y: 0, sign: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.300 1.300M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.300-1.300', name: 'click' },
  { y: 104, sign: 'M12 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM5.500 19.500c.6-3.300 3.200-5 6.500-5s5.900 1.700 6.500 5', name: 'customer' },
  { y: 208, sign: 'M3 6h18v12.500H3zM3 10h18M6.500 15h4', name: 'payment' },
  { y: 312, sign: 'm5 12.500 4.500 4.500L19 7.500', name: 'commission' },
];

function road() {
  return html`<svg class="road" viewBox="0 0 400 384">
    ${STATIONS.slice(1).map(({ y }) => svg`<path class="track" d="M46 ${y - 32}v32"></path><path class="flow" d="M46 ${y - 32}v32"></path>`)}
    ${STATIONS.map(({ y, sign, name }) => svg`
      <g transform="translate(0 ${y})"><rect x=".5" y=".5" width="399" height="71" rx="12"></rect><circle cx="46" cy="36" r="20"></circle>
        <path class="mark" transform="translate(34 24)" d=${sign}></path>
        <text x="84" y="32">${texts.stations[name]}</text><text class="detail" x="84" y="51">${texts.stations[`${name}Detail`]}</text></g>`)}</svg>`;
}
