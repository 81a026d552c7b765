import { textsOf } from '../texts.js';

const texts = await textsOf('referrals/embed');
const query = new URLSearchParams(location.search);
// The token need not stay in the address, which people copy; a reload still finds it.
const token = query.get('token') ?? history.state?.token ?? '';
query.delete('token');
history.replaceState({ token }, '', `${location.pathname}?${query}`);

/** A colour by name, in hexadecimal or by a function of numbers: nothing that refers to anything else. */
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{3,30}|(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([0-9a-z%.,/\s+-]{1,60}\))$/i;

/** What a token may be made of; a header cannot carry everything. */
const TOKEN = /^[\w-]+$/;

/** Tells the site around the frame; it gets nothing but what its own server could have told it. */
export function tell(event, data) {
  if (parent !== window) {
    parent.postMessage({ originator: 'Dub', event, data }, '*');
  }
}

/** Dresses the page as the site wants it: light or dark, and on its own ground. */
export function dress() {
  const page = document.documentElement;
  const theme = query.get('theme');
  try {
    const colour = JSON.parse(query.get('themeOptions') ?? 'null')?.backgroundColor;
    if (typeof colour === 'string' && COLOUR.test(colour) && CSS.supports('color', colour)) {
      page.style.setProperty('--ground', colour);
      page.dataset.theme = readableOn(colour);
    }
  } catch {
    // What cannot be read changes nothing.
  }
  if (theme === 'light' || theme === 'dark') {
    page.dataset.theme = theme;
  }
}

/** The theme whose text can be read on that colour; none for one that one sees through. */
function readableOn(colour) {
  const dot = new OffscreenCanvas(1, 1).getContext('2d');
  dot.fillStyle = colour;
  dot.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = dot.getImageData(0, 0, 1, 1).data;
  const brightness = 0.299 * red + 0.587 * green + 0.114 * blue;
  return alpha < 128 ? '' : brightness < 128 ? 'dark' : 'light';
}

/** From now on: while the page is empty, the frame stays as the site has made it. */
export function tellHeight() {
  if (query.get('dynamicHeight') === 'true') {
    const main = document.querySelector('main');
    new ResizeObserver(() => tell('PAGE_HEIGHT', { height: Math.ceil(main.getBoundingClientRect().height) })).observe(main);
  }
}

/**
 * Gets what the token shows.
 *
 * @param {string} [part] of the page; left out for the page itself
 * @returns {Promise<{answer?: any, error?: {code: string, message: string}}>}
 */
export async function load(part = '') {
  if (!TOKEN.test(token)) {
    return { error: { code: 'unauthorized', message: texts.noToken } };
  }
  try {
    const response = await fetch(`/api/embed/referrals${part}`, { headers: { Authorization: `Bearer ${token}` }, credentials: 'omit', cache: 'no-store' });
    const json = await response.json();
    return response.ok ? { answer: json } : { error: json.error };
  } catch {
    return { error: { code: 'internal_server_error', message: texts.noAnswer } };
  }
}
