/** Asks a person whether an app gets what it asks for. The request of the app is the query of this page's address. */
class AskPerson extends HTMLElement {
  #session;

  async connectedCallback() {
    this.#session = await this.#call('GET', '/api/session');
    if (!this.#session.answer?.person) {
      // A path of this page itself: the login sends nobody elsewhere.
      location.replace('/app/login?next=' + encodeURIComponent(location.pathname + location.search));
      return;
    }
    const { answer, error } = await this.#call('GET', '/api/oauth/authorization' + location.search);
    if (error || answer.mistake) {
      this.#mistake(error ?? answer.mistake.description, answer?.redirectTo);
    } else {
      this.#question(answer);
    }
  }

  #mistake(sentence, back) {
    this.#page('mistake');
    this.querySelector('.problem').textContent = sentence;
    const link = this.querySelector('[data-back]');
    if (back) {
      link.href = back;
      link.hidden = false;
    }
  }

  #question(asked) {
    this.#page('question');
    const texts = { name: asked.client.name, developer: asked.client.developer, email: asked.person.email,
      host: asked.redirectHost };
    for (const [name, text] of Object.entries(texts)) {
      this.querySelector(`[data-${name}]`).textContent = text;
    }
    this.querySelector('[data-scopes]').replaceChildren(...asked.scopes.map(({ text }) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }));
    const choice = this.querySelector('select');
    choice.replaceChildren(...asked.workspaces.map(({ id, name, allowed }) => {
      const option = new Option(name, id);
      option.disabled = !allowed;
      return option;
    }));
    choice.value = asked.workspaces.find(({ allowed }) => allowed)?.id ?? '';
    this.querySelector('[type=submit]').disabled = !choice.value;
    this.querySelector('[data-reason]').textContent = choice.value ? ''
      : asked.workspaces[0]?.explanation ?? 'You belong to no workspace.';
    this.querySelector('form').addEventListener('submit', (submitted) => {
      submitted.preventDefault();
      this.#send({ workspaceId: choice.value, approve: true });
    });
    this.querySelector('[data-cancel]').addEventListener('click', () => this.#send({ approve: false }));
  }

  async #send(decision) {
    const request = Object.fromEntries(new URLSearchParams(location.search));
    const { answer, error } = await this.#call('POST', '/api/oauth/authorization', { ...request, ...decision });
    if (error) {
      this.querySelector('.problem').textContent = error;
    } else {
      location.replace(answer.redirectTo);
    }
  }

  #page(id) {
    this.replaceChildren(document.getElementById(id).content.cloneNode(true));
    this.querySelector('[tabindex]')?.focus();
  }

  /** @returns {{answer?: object, error?: string}} */
  async #call(method, path, body) {
    try {
      const response = await fetch(path, {
        method,
        headers: body && { 'Content-Type': 'application/json', 'X-CSRF-Token': this.#session.answer.csrfToken },
        body: body && JSON.stringify(body),
      });
      const json = await response.json();
      return response.ok ? { answer: json } : { error: json.error.message };
    } catch {
      return { error: 'The server does not answer. Try again.' };
    }
  }
}

customElements.define('ask-person', AskPerson);
