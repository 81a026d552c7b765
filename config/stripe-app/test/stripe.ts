/**
 * A stand-in of ours for the part of Stripe's dashboard that the views talk to: the Secret Store, the states of
 * OAuth, signatures. Nothing of it is Stripe's; it does what Stripe's documentation says.
 */
export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export type StripeStandIn = {
  /** Where secrets and verifiers are kept: a page keeps them over a sign-in. */
  store: Store;
  sign: () => Promise<string>;
  /** Tries of the Secret Store that fail, by name. */
  broken?: Set<string>;
};

type Options = {method?: string; body?: string};

export function memory(): Store {
  const items = new Map<string, string>();
  return {
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: key => void items.delete(key),
  };
}

/** What a view can ask of the dashboard. */
export function stripeCalls(stripe: StripeStandIn) {
  return {
    supportsFetchAppEmbeddedKey: async () => false,
    fetchStripeSignature: stripe.sign,
    createOAuthState: async () => {
      const [state, verifier] = [random(), random()];
      stripe.store.setItem(`verifier:${state}`, verifier);
      return {state, challenge: await challengeOf(verifier)};
    },
    stripeApiFetch: async (path: string, options: Options = {}) => secretStore(stripe, path, options),
  };
}

/** Puts the stand-in where the SDK looks for Stripe's. */
export function installStripe(stripe: StripeStandIn): void {
  (globalThis as Record<string, unknown>).__StripeExtExports = {endpoint: {call: stripeCalls(stripe)}};
}

/** What Stripe hands to the view after a redirect with this query. */
export function oauthContextOf(store: Store, query: URLSearchParams) {
  const state = query.get('state') ?? undefined;
  return {code: query.get('code') ?? undefined, error: query.get('error') ?? undefined, state,
    verifier: store.getItem(`verifier:${state}`) ?? undefined};
}

function secretStore(stripe: StripeStandIn, path: string, {method, body}: Options) {
  const url = new URL(path, 'https://api.stripe.com');
  const form = new URLSearchParams(method === 'POST' ? body : url.search);
  const name = form.get('name') ?? '';
  const key = `secret:${form.get('scope[type]')}:${form.get('scope[user]') ?? ''}:${name}`;
  if (stripe.broken?.has(name)) {
    return answer(500, {error: {type: 'api_error', message: 'The stand-in was told to fail.'}});
  }
  const [payload, until] = JSON.parse(stripe.store.getItem(key) ?? '[null, null]') as [string | null, number | null];
  const there = payload !== null && (!until || until * 1000 > Date.now());
  if (url.pathname.endsWith('/secrets')) {
    const text = form.get('payload') ?? '';
    if (text.length > 3000) {
      return answer(400, {error: {type: 'invalid_request_error', message: 'A secret has up to 3000 characters.'}});
    }
    stripe.store.setItem(key, JSON.stringify([text, Number(form.get('expires_at')) || null]));
    return answer(200, {object: 'apps.secret', name});
  }
  if (!there) {
    return answer(404, {error: {type: 'invalid_request_error', code: 'resource_missing', message: `No such secret: ${name}`}});
  }
  if (url.pathname.endsWith('/delete')) {
    stripe.store.removeItem(key);
    return answer(200, {object: 'apps.secret', name, deleted: true});
  }
  return answer(200, {object: 'apps.secret', name, payload: form.get('expand[0]') === 'payload' ? payload : undefined});
}

function answer(status: number, json: unknown) {
  return {status, ok: status < 400, headers: {}, json};
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

export async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
