import { html, svg } from 'lit';

/** The frame of the pages without a session. @param {{roomy?: boolean}} look */
export function gateFrame(content, { roomy = false } = {}) {
  return html`
    <div class="gate ${roomy ? 'roomy' : ''}">
      <main id="content"><div>
        <span class="brand"><img src="/app/icon.svg" alt="">Conversions</span>
        ${content}
      </div></main>
      <aside aria-hidden="true">${road()}<p>Every payment, traced back to the click that caused it and the partner who sent it.</p></aside>
    </div>`;
}

const STATIONS = [
  { y: 0, sign: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.300 1.300M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.300-1.300', text: 'Click', detail: 'A partner’s short link' },
  { y: 104, sign: 'M12 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM5.500 19.500c.6-3.300 3.200-5 6.500-5s5.900 1.700 6.500 5', text: 'Customer', detail: 'Signs up on your site' },
  { y: 208, sign: 'M3 6h18v12.500H3zM3 10h18M6.500 15h4', text: 'Payment', detail: 'Reported by Stripe' },
  { y: 312, sign: 'm5 12.500 4.500 4.500L19 7.500', text: 'Commission', detail: 'Credited, and taken back with a refund' },
];

function road() {
  return html`<svg class="road" viewBox="0 0 400 384">
    ${STATIONS.slice(1).map(({ y }) => svg`<path class="track" d="M46 ${y - 32}v32"></path><path class="flow" d="M46 ${y - 32}v32"></path>`)}
    ${STATIONS.map(({ y, sign, text, detail }) => svg`
      <g transform="translate(0 ${y})"><rect x=".5" y=".5" width="399" height="71" rx="12"></rect><circle cx="46" cy="36" r="20"></circle>
        <path class="mark" transform="translate(34 24)" d=${sign}></path>
        <text x="84" y="32">${text}</text><text class="detail" x="84" y="51">${detail}</text></g>`)}</svg>`;
}
