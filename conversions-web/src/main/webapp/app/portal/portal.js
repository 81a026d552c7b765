import { call } from '../api.js';
import { session } from '../session.js';

/** The person's programs: which there are, which one is shown, and what is known of it. Tells when it has changed. */
class Portal extends EventTarget {
  /** @type {{partnerId: string, partnerName: string, programName: string, status: string, role: string}[]} */
  partners = [];
  #current = null;
  #known = new Map();

  /** Finds out who is there and what is theirs. */
  async load() {
    await session.load();
    this.partners = session.person ? (await call('GET', '/portal')).partners : [];
    this.#known.clear();
    this.dispatchEvent(new Event('changed'));
  }

  /** Nobody is signed in any more. */
  forget() {
    session.forget();
    this.partners = [];
    this.#known.clear();
  }

  /** @param {string|null} partnerId that the address names; where it names none, the only one is shown, or the one of before */
  choose(partnerId) {
    this.#current = this.partners.find((one) => one.partnerId === (partnerId ?? this.#current?.partnerId)) ?? (this.partners.length === 1 ? this.partners[0] : null);
  }

  get current() {
    return this.#current;
  }

  /** @returns {boolean} whether the person may change what the owners of the partner may */
  get owns() {
    return this.#current?.role === 'owner' && this.#current.status !== 'banned';
  }

  /** @returns {boolean} whether anything can be changed: a partner who is banned only reads */
  get writes() {
    return this.#current?.status !== 'banned';
  }

  /** @returns {Promise<object>} the partner, the program, its terms and what was earned; asked for once until something has changed */
  details() {
    const { partnerId } = this.#current;
    if (!this.#known.has(partnerId)) {
      this.#known.set(partnerId, this.get('').catch((error) => {
        this.#known.delete(partnerId);
        throw error;
      }));
    }
    return this.#known.get(partnerId);
  }

  /** What is known of the program has changed. */
  renew() {
    this.#known.clear();
  }

  /** @param {string} path below the program's address in the API */
  address(path) {
    return `/portal/${this.#current.partnerId}${path}`;
  }

  get(path) {
    return call('GET', this.address(path));
  }

  send(method, path, body) {
    return call(method, this.address(path), body);
  }
}

export const portal = new Portal();
