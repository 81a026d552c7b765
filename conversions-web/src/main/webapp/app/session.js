import { call, useCsrfToken } from './api.js';

const ROLES = ['viewer', 'member', 'owner'];

/** The login session: who is signed in, and the workspace that all pages are about. Tells when it has changed. */
class Session extends EventTarget {
  /** @type {{id: string, email: string, name: string, operator: boolean, totp: boolean}|null} */
  person = null;
  /** @type {{id: string, slug: string, name: string, currency: string, timezone: string, vocabulary: string, role: string}|null} */
  workspace = null;
  workspaces = [];

  async load() {
    this.#use(await call('GET', '/session'));
  }

  /** @param {{email: string, password: string, code?: string}} proof */
  async open(proof) {
    this.#use(await call('POST', '/session', proof));
  }

  /** Takes the answer of another way to sign in, such as an invitation. */
  take(answer) {
    this.#use(answer);
  }

  async close() {
    await call('DELETE', '/session');
    this.forget();
  }

  /** The server has ended it. */
  forget() {
    this.#use({ person: null });
  }

  async choose(workspaceId) {
    this.#use(await call('PUT', '/session/workspace', { workspaceId }));
  }

  /** Whether the person's role in the workspace is at least this one. */
  is(role) {
    return ROLES.indexOf(this.workspace?.role) >= ROLES.indexOf(role);
  }

  #use(answer) {
    this.person = answer.person;
    this.workspace = answer.workspace ?? null;
    this.workspaces = answer.workspaces ?? [];
    useCsrfToken(answer.csrfToken ?? null);
    this.dispatchEvent(new Event('changed'));
  }
}

export const session = new Session();
