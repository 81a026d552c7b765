import {Problem, within} from './problem';

/** No answer of the server is waited for longer than this. */
export const ANSWER_MILLISECONDS = 15_000;

export type Ask = {
  method?: 'GET' | 'POST' | 'PATCH';
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a form, as the endpoints of RFC 6749 want it. */
  form?: Record<string, string>;
  token?: string;
  /** Stripe's signature over the person and the account. */
  signature?: string;
};

/** An answer that is no success; `status` 401 means that the token is not good. */
export class Refusal extends Problem {
  constructor(readonly status: number, message: string, reason?: string) {
    super('refused', message, reason);
  }
}

/** Sends a request. Throws a Refusal with the server's own sentence, or a Problem when no answer came. */
export async function request<T>(host: string, path: string, ask: Ask = {}): Promise<T> {
  const abort = new AbortController();
  try {
    const [response, text] = await within(ANSWER_MILLISECONDS, host, exchange(host + path, ask, abort.signal));
    const answer = parsed(text);
    if (!response.ok) {
      throw refusal(response, answer);
    }
    return answer as T;
  } catch (error) {
    throw error instanceof Problem ? error
      : new Problem('unreachable', `${host} cannot be reached from here. Is the server running?`);
  } finally {
    abort.abort();
  }
}

async function exchange(url: string, ask: Ask, signal: AbortSignal): Promise<[Response, string]> {
  const headers: Record<string, string> = {Accept: 'application/json'};
  if (ask.token) {
    headers.Authorization = `Bearer ${ask.token}`;
  }
  if (ask.signature) {
    headers['Stripe-Signature'] = ask.signature;
  }
  if (ask.json !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const body = ask.form ? new URLSearchParams(ask.form) : ask.json !== undefined ? JSON.stringify(ask.json) : undefined;
  const response = await fetch(url, {method: ask.method ?? 'GET', headers, body, signal});
  return [response, await response.text()];
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** The API says what is wrong in `error.message`, the token endpoint in `error_description`. */
function refusal(response: Response, answer: unknown): Refusal {
  const {error, error_description: description} =
    (answer ?? {}) as {error?: string | {message?: string; code?: string}; error_description?: string};
  const [message, reason] = typeof error === 'object' ? [error.message, error.code] : [description, error];
  return new Refusal(response.status, message || `The server answered with the status ${response.status}.`,
    reason ?? undefined);
}
