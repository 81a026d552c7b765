import type {ExtensionContextValue} from '@stripe/ui-extension-sdk/context';
import type {Account, Server} from './account';

/** How long a person may take to sign in and to choose a workspace. */
const PENDING_MILLISECONDS = 15 * 60_000;
/** Several tabs may have begun to connect; a secret holds 3,000 characters. */
const PENDING_MAX = 5;

/** A state that was handed out with a link to the server, and when it ends. */
export type Pending = {state: string; until: number};

export type Return =
  | {kind: 'nothing'}
  | {kind: 'refused'; problem: string}
  | {kind: 'foreign'}
  | {kind: 'code'; state: string; code: string; verifier: string};

/** Where Stripe takes a person who comes back from the server; it hands the code to the view. */
export function redirectUri({appId}: Server, {mode}: Account): string {
  return `https://dashboard.stripe.com/${mode === 'live' ? '' : 'test/'}apps-oauth/${appId}`;
}

/** The page of the server on which a person chooses the workspace. */
export function authorizeUrl(server: Server, account: Account, state: string, challenge: string): string {
  const query = new URLSearchParams({
    client_id: server.clientId,
    redirect_uri: redirectUri(server, account),
    response_type: 'code',
    scope: server.scopes.join(' '),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return `${server.host}/oauth/authorize?${query}`;
}

export function readPending(text: string | null, now: number): Pending[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return (Array.isArray(list) ? list as Pending[] : [])
      .filter(({state, until}) => typeof state === 'string' && until > now).slice(-PENDING_MAX);
  } catch {
    return [];
  }
}

export function withPending(list: Pending[], state: string, now: number): Pending[] {
  return [...list, {state, until: now + PENDING_MILLISECONDS}].slice(-PENDING_MAX);
}

/**
 * Reads what a person came back with. A state that this person's views did not hand out is somebody else's, or one
 * that was used before: its code is not touched.
 */
export function readReturn(context: ExtensionContextValue['oauthContext'], pending: Pending[]): Return {
  if (!context || !(context.code || context.error)) {
    return {kind: 'nothing'};
  }
  const {code, error, state, verifier} = context;
  if (error) {
    return {kind: 'refused', problem: refusal(error)};
  }
  if (!state || !pending.some(one => one.state === state)) {
    return {kind: 'foreign'};
  }
  return code && verifier ? {kind: 'code', state, code, verifier}
    : {kind: 'refused', problem: 'Stripe did not pass on what is needed to finish. Connect again.'};
}

/** A refusal in words, by the codes of RFC 6749, section 4.1.2.1. */
function refusal(error: string): string {
  switch (error) {
    case 'access_denied':
      return 'The connection was declined. Nothing was changed.';
    case 'server_error':
    case 'temporarily_unavailable':
      return 'The server could not connect the workspace just now. Try again in a minute.';
    default:
      return `The server refused to connect the workspace (${error}).`;
  }
}
