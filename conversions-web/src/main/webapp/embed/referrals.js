const query = new URLSearchParams(location.search);
// The token need not stay in the address, which people copy; a reload still finds it.
const token = query.get('token') ?? history.state?.token ?? '';
query.delete('token');
history.replaceState({ token }, '', `${location.pathname}?${query}`);

/** A colour by name, in hexadecimal or by a function of numbers: nothing that refers to anything else. */
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{3,30}|(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([0-9a-z%.,/\s+-]{1,60}\))$/i;

/** What a token may be made of; a header cannot carry everything. */
const TOKEN = /^[\w-]+$/;

/** How a condition of a reward is said. */
const COMPARED = { equals_to: 'is', in: 'is', not_equals: 'is not', not_in: 'is not' };

/** An amount in minor units as people write it. */
function money(minor, { currency, digits }) {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .format(minor / 10 ** digits);
}

/** Tells the site around the frame; it gets nothing but what its own server could have told it. */
function tell(event, data) {
  if (parent !== window) {
    parent.postMessage({ originator: 'Dub', event, data }, '*');
  }
}

function dress() {
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
  const brightness = .299 * red + .587 * green + .114 * blue;
  return alpha < 128 ? '' : brightness < 128 ? 'dark' : 'light';
}

/** From now on: while the page is empty, the frame stays as the site has made it. */
function tellHeight() {
  if (query.get('dynamicHeight') === 'true') {
    const main = document.querySelector('main');
    new ResizeObserver(() => tell('PAGE_HEIGHT', { height: Math.ceil(main.getBoundingClientRect().height) }))
      .observe(main);
  }
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) {
    made.className = className;
  }
  return made;
}

/** A link with a button that copies it. */
class CopyLink extends HTMLElement {
  show(address) {
    const field = document.createElement('input');
    field.readOnly = true;
    field.value = address;
    field.setAttribute('aria-label', 'Your link');
    field.addEventListener('focus', () => field.select());
    const copy = element('button', 'Copy');
    copy.type = 'button';
    const said = element('span', '', 'unseen');
    said.setAttribute('role', 'status');
    copy.addEventListener('click', async () => {
      const copied = await this.#copied(field);
      copy.textContent = copied ? 'Copied' : 'Press Ctrl+C';
      said.textContent = copied ? 'The link was copied.' : 'The link is selected.';
      setTimeout(() => {
        copy.textContent = 'Copy';
        said.textContent = '';
      }, 2000);
    });
    this.replaceChildren(field, copy, said);
  }

  /** A frame of another site may not use the clipboard unless that site allows it; then the older way is tried. */
  async #copied(field) {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      field.focus();
      field.select();
      return document.execCommand('copy');
    }
  }
}

/** All that a partner sees. */
class PartnerReferrals extends HTMLElement {
  /** The currency of the workspace and how many digits of an amount stand after the point. */
  #currency;

  async connectedCallback() {
    const { answer, error } = await this.#load();
    if (error) {
      this.#problem(error);
    } else {
      this.#show(answer);
    }
    this.removeAttribute('aria-busy');
    tellHeight();
  }

  /** @returns {{answer?: object, error?: {code: string, message: string}}} */
  async #load() {
    if (!TOKEN.test(token)) {
      return { error: { code: 'unauthorized', message: 'The token is missing or no token of this page.' } };
    }
    try {
      const response = await fetch('/api/embed/referrals', {
        headers: { Authorization: `Bearer ${token}` },
        credentials: 'omit',
        cache: 'no-store',
      });
      const json = await response.json();
      return response.ok ? { answer: json } : { error: json.error };
    } catch {
      return { error: { code: 'internal_server_error', message: 'The server does not answer.' } };
    }
  }

  #problem({ code, message }) {
    this.replaceChildren(document.getElementById('problem').content.cloneNode(true));
    this.querySelector('[data-message]').textContent = code === 'unauthorized'
      ? 'Your access has ended. Please open this page again.' : 'Please try again in a moment.';
    tell('ERROR', { code, message });
  }

  #show(answer) {
    this.#currency = answer.earnings;
    this.replaceChildren(document.getElementById('referrals').content.cloneNode(true));
    for (const figure of this.querySelectorAll('[data-figure]')) {
      figure.textContent = answer.totals[figure.dataset.figure].toLocaleString();
    }
    for (const sum of this.querySelectorAll('[data-money]')) {
      sum.textContent = money(answer.earnings[sum.dataset.money], answer.earnings);
    }
    this.querySelector('[data-money="held"]').parentElement.hidden = answer.earnings.held === 0;
    this.querySelector('[data-earlier]').replaceChildren(...answer.earlier.map((earned) => element('li',
      `Earned earlier: ${money(earned.total, earned)}, of which ${money(earned.due, earned)} is due`)));
    this.#list('links', answer.links, (link) => {
      const item = document.createElement('li');
      const copy = document.createElement('copy-link');
      item.append(copy);
      copy.show(link.shortLink);
      return item;
    });
    this.#list('rewards', answer.rewards, (reward) => this.#reward(reward));
    this.#list('commissions', answer.commissions, (commission) => this.#commission(commission));
    this.querySelector('[data-table="commissions"]').hidden = answer.commissions.length === 0;
  }

  #list(name, rows, made) {
    this.querySelector(`[data-list="${name}"]`).replaceChildren(...rows.map(made));
    this.querySelector(`[data-none="${name}"]`).hidden = rows.length > 0;
  }

  #reward(reward) {
    const item = document.createElement('li');
    const sentence = document.createElement('p');
    sentence.append(element('strong', this.#amount(reward)), ` ${PartnerReferrals.#occasion(reward)}`);
    item.append(sentence);
    for (const other of reward.modifiers ?? []) {
      const reason = other.conditions.map(PartnerReferrals.#condition).join(other.operator === 'OR' ? ' or ' : ' and ');
      item.append(element('p', `${this.#amount(other)} when ${reason}`, 'quiet'));
    }
    return item;
  }

  #amount({ type, amountInPercentage, amountInCents }) {
    return type === 'percentage' ? `${Number(amountInPercentage).toLocaleString()}%` : money(amountInCents, this.#currency);
  }

  static #occasion({ event, type }) {
    return type === 'percentage' ? `of every ${event}` : `for every ${event}`;
  }

  static #condition({ entity, attribute, operator, value }) {
    const values = [value].flat().join(' or ');
    return `the ${entity}’s ${attribute} ${COMPARED[operator] ?? operator.replaceAll('_', ' ')} ${values}`;
  }

  #commission({ type, createdAt, status, earnings, currency, digits }) {
    const row = document.createElement('tr');
    const day = new Date(createdAt).toLocaleDateString(undefined, { dateStyle: 'medium' });
    const words = { pending: 'Due', hold: 'On hold' };
    row.append(element('td', PartnerReferrals.#word(type)), element('td', day),
      element('td', words[status] ?? PartnerReferrals.#word(status)), element('td', money(earnings, { currency, digits })));
    return row;
  }

  static #word(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
}

dress();
customElements.define('copy-link', CopyLink);
customElements.define('partner-referrals', PartnerReferrals);
