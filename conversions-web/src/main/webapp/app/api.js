import { fieldOf } from './fields.js';
import { textsOf } from './texts.js';

const texts = await textsOf('frame/forms');

/** An answer of the API that is none of success, as a sentence for people. */
export class ApiProblem extends Error {
  /**
   * @param {number} status of HTTP; 0 when no answer came
   * @param {string} message a sentence
   * @param {string|null} reason a stable word, where the API gives one
   * @param {string} [lang] of the message, when it is not that of the pages: the API speaks English
   */
  constructor(status, message, reason = null, lang = undefined) {
    const { field, sentence } = fieldOf(message);
    super(sentence);
    this.name = 'ApiProblem';
    this.status = status;
    this.reason = reason;
    this.lang = lang;
    this.field = field;
  }

  /** Says it in the words of the page. */
  say(sentence) {
    this.message = sentence;
    this.lang = undefined;
    return this;
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

/**
 * Gets a file of the API.
 *
 * @returns {Promise<{file: Blob, name: string}>} with the name that the server gives it
 * @throws {ApiProblem}
 */
export async function fileOf(path) {
  const response = await reach(`/api${path}`, { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok) {
    throw await problem(response);
  }
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  return { file: await response.blob(), name: name ?? path.split('/').at(-1) };
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
    throw new ApiProblem(0, texts.noAnswer);
  }
}

async function read(response) {
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

async function problem(response) {
  const reason = response.headers.get('Conversions-Reason');
  const message = await read(response).then((json) => json?.error?.message, () => null);
  const made = message ? new ApiProblem(response.status, message, reason, 'en') : new ApiProblem(response.status, texts.failed(response.status), reason);
  if (response.status === 429) {
    made.say(tooMany(response.headers.get('Retry-After')));
  } else if (response.status === 401 && NO_SESSION.has(reason)) {
    ended();
  }
  return made;
}

function tooMany(seconds) {
  const wait = Number(seconds);
  return wait > 90 ? texts.tooManyForMinutes(Math.ceil(wait / 60)) : texts.tooManyForSeconds(wait || 30);
}
