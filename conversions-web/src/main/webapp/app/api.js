import { fieldOf } from './fields.js';

/** An answer of the API that is none of success, as a sentence for people. */
export class ApiProblem extends Error {
  /**
   * @param {number} status of HTTP; 0 when no answer came
   * @param {string} message a sentence
   * @param {string|null} reason a stable word, where the API gives one
   */
  constructor(status, message, reason = null) {
    const { field, sentence } = fieldOf(message);
    super(sentence);
    this.name = 'ApiProblem';
    this.status = status;
    this.reason = reason;
    this.field = field;
  }
}

/** The token that proves that a write comes from these pages; the session brings it. */
let csrfToken = null;

export function useCsrfToken(token) {
  csrfToken = token;
}

/** The reasons of a refusal that mean that nobody is signed in. */
const NO_SESSION = new Set(['sign_in_first', 'key_missing']);

/** Called when the server no longer knows the session. */
let ended = () => {};

export function whenSessionEnds(action) {
  ended = action;
}

/**
 * Calls the API with the session.
 *
 * @param {string} method
 * @param {string} path below /api
 * @param {object} [body] sent as JSON
 * @param {object} [headers] beside those that every call has
 * @returns {Promise<any>} the JSON of the answer; null when it has none
 * @throws {ApiProblem}
 */
export async function call(method, path, body, headers = {}) {
  const response = await reach(`/api${path}`, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method !== 'GET' && csrfToken ? { 'X-CSRF-Token': csrfToken } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.ok) {
    return response.status === 204 ? null : read(response);
  }
  throw await problem(response);
}

/**
 * Goes to an address of the API that leads to another site, or says why it does not.
 *
 * @throws {ApiProblem}
 */
export async function leaveBy(path) {
  const response = await reach(`/api${path}`, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual' });
  if (response.type !== 'opaqueredirect') {
    throw await problem(response);
  }
  location.assign(`/api${path}`);
}

/** Several reads at once; what the caller may not read is null. */
export async function readAll(...paths) {
  return Promise.all(paths.map((path) => call('GET', path).catch((error) => {
    if (error.status === 403 || error.status === 404) {
      return null;
    }
    throw error;
  })));
}

async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch {
    throw new ApiProblem(0, 'The server does not answer. Check your connection and try again.');
  }
}

async function read(response) {
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

async function problem(response) {
  const reason = response.headers.get('Conversions-Reason');
  const message = await read(response).then((json) => json?.error?.message, () => null);
  const made = new ApiProblem(response.status, message ?? `The server answered with an error (${response.status}).`, reason);
  if (response.status === 429) {
    made.message = `Too many attempts. ${pause(response.headers.get('Retry-After'))}`;
  } else if (response.status === 401 && NO_SESSION.has(reason)) {
    ended();
  }
  return made;
}

function pause(seconds) {
  const wait = Number(seconds);
  return wait > 90 ? `Try again in ${Math.ceil(wait / 60)} minutes.` : `Try again in ${wait || 30} seconds.`;
}
