/** A key that is shown once, with a button that copies it. */
class SecretKey extends HTMLElement {
  show(key) {
    const name = document.createElement('span');
    name.className = 'name';
    name.textContent = this.getAttribute('name');
    const text = document.createElement('span');
    text.className = 'key';
    text.textContent = key;
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.textContent = 'Copy';
    copy.setAttribute('aria-label', `Copy the ${this.getAttribute('name')}`);
    copy.setAttribute('aria-live', 'polite');
    copy.addEventListener('click', async () => {
      copy.textContent = await this.#copied(text) ? 'Copied' : 'Selected: press Ctrl+C';
    });
    this.replaceChildren(name, text, copy);
  }

  /** The clipboard is there on HTTPS and localhost only; elsewhere the key is selected. */
  async #copied(text) {
    try {
      await navigator.clipboard.writeText(text.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(text);
      return false;
    }
  }
}

/** The first-run set-up: asks, sends, shows the keys. */
class SetUp extends HTMLElement {
  /** Behind the #, where no server and no proxy sees it. */
  #token = new URLSearchParams(location.hash.slice(1)).get('token');

  async connectedCallback() {
    // The token need not stay in the history of the browser.
    history.replaceState(null, '', location.pathname);
    addEventListener('hashchange', () => location.reload());
    const state = await this.#call('GET');
    if (state.answer?.open === false) {
      this.#page('closed');
    } else if (!this.#token) {
      this.#page('no-token');
    } else {
      this.#form();
    }
  }

  #form() {
    this.#page('form');
    const form = this.querySelector('form');
    form.addEventListener('submit', (submitted) => {
      submitted.preventDefault();
      if (form.reportValidity()) {
        this.#send(form);
      }
    });
    form.elements[0].focus();
  }

  async #send(form) {
    const problem = form.querySelector('.problem');
    const button = form.querySelector('button');
    problem.textContent = '';
    button.disabled = true;
    const { answer, error } = await this.#call('POST',
      { token: this.#token, ...Object.fromEntries(new FormData(form)) });
    button.disabled = false;
    if (error) {
      problem.textContent = error;
    } else {
      this.#done(answer);
    }
  }

  #done(keys) {
    this.#page('done');
    for (const element of this.querySelectorAll('secret-key')) {
      element.show(keys[element.dataset.key]);
    }
    this.querySelector('[data-workspace]').textContent = keys.workspaceId;
    for (const element of this.querySelectorAll('[data-address]')) {
      element.textContent = location.origin + element.dataset.address;
    }
    this.querySelector('[data-example]').textContent =
      `curl ${location.origin}/api/links \\\n`
      + `  -H "Authorization: Bearer ${keys.secretKey}" \\\n`
      + `  -H "Content-Type: application/json" \\\n`
      + `  -d '{"url": "https://example.com", "key": "try", "trackConversion": true}'`;
  }

  #page(id) {
    this.replaceChildren(document.getElementById(id).content.cloneNode(true));
    this.querySelector('[tabindex]')?.focus();
  }

  /** @returns {{answer?: object, error?: string}} */
  async #call(method, body) {
    try {
      const response = await fetch('/api/setup', {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      const json = await response.json();
      return response.ok ? { answer: json } : { error: json.error.message };
    } catch {
      return { error: 'The server does not answer. Is it still running?' };
    }
  }
}

customElements.define('secret-key', SecretKey);
customElements.define('set-up', SetUp);
