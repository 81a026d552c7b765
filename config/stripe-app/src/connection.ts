import {createOAuthState} from '@stripe/ui-extension-sdk/oauth';
import fetchStripeSignature from '@stripe/ui-extension-sdk/signature';
import type {ExtensionContextValue} from '@stripe/ui-extension-sdk/context';
import {type Account, type Server} from './account';
import {authorizeUrl, type Pending, readPending, readReturn, redirectUri, withPending} from './authorization';
import {Problem, sentence} from './problem';
import {type Ask, Refusal, request} from './request';
import {accountSecrets, type Secrets, userSecrets} from './secrets';
import {ENDED, TokenStore} from './tokens';
import type {Tracked, TrackedEvent} from './tracked';

export type Workspace = {id: string; slug: string; name: string};

/** What counts of what Stripe reports. */
export type Settings = {trackFreeTrials: boolean; trackQuantity: boolean};

/**
 * How the account stands.
 *
 * - `none`: not connected
 * - `connected`: with the settings, unless they cannot be read just now
 * - `lost`: connected, but the tokens are no longer good
 *
 * Each may have a problem to be shown.
 */
export type Standing =
  | {kind: 'none'; problem?: string}
  | {kind: 'connected'; workspace: Workspace; settings?: Settings; problem?: string}
  | {kind: 'lost'; workspace: Workspace; problem: string};

const WORKSPACE = 'workspace';
const PENDING = 'pending';
const SETTINGS = '/api/stripe/integration/settings';

/** The connection between a Stripe account and a workspace, as the views make, use and end it. */
export class Connection {

  private readonly tokens: TokenStore;

  constructor(private readonly server: Server, private readonly account: Account,
              private readonly shared: Secrets = accountSecrets(),
              private readonly own: Secrets = userSecrets(account.userId)) {
    this.tokens = new TokenStore(server, shared);
  }

  /** Reads how the account stands; a person who came back from the server is connected first. */
  async open(context: ExtensionContextValue['oauthContext']): Promise<Standing> {
    const problem = await this.comeBack(context);
    const standing = await this.standing();
    return standing.kind === 'connected' || !problem ? standing : {...standing, problem};
  }

  /** Makes the address at which the workspace is chosen. */
  async link(): Promise<string> {
    const {state, challenge} = await createOAuthState();
    await this.keepPending(withPending(await this.pending(), state, Date.now()));
    return authorizeUrl(this.server, this.account, state, challenge);
  }

  /** Tells the server first: what it has not heard of is still connected there. */
  async disconnect(): Promise<void> {
    await this.patch({stripeAccountId: null, stripeInstalledAccountId: this.account.id});
    await this.tokens.revoke();
    await this.forget();
  }

  /** Deletes what Stripe keeps. For a connection that the server has ended. */
  async forget(): Promise<void> {
    await this.tokens.forget();
    await this.shared.remove(WORKSPACE);
  }

  change(settings: Partial<Settings>): Promise<Settings> {
    return this.call<Settings>(SETTINGS, {method: 'PATCH', json: settings});
  }

  /** Reads what a Stripe object means to the server. One that it never heard of came from nowhere, and that is no problem. */
  async tracked(id: string): Promise<Tracked> {
    const query = new URLSearchParams({mode: this.account.mode});
    try {
      return await this.call<Tracked>(`/api/stripe/objects/${encodeURIComponent(id)}?${query}`);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) {
        return {id, kind: '', tracked: false, explanation: error.message};
      }
      throw error;
    }
  }

  /** Lets the server process an event again. */
  async replay(event: TrackedEvent): Promise<void> {
    await this.call(`/api/stripe/events/${encodeURIComponent(event.id)}/replay`, {method: 'POST'});
  }

  /** Asks the server as the workspace. A token that it does not take is renewed, once. */
  private async call<T>(path: string, ask: Ask = {}): Promise<T> {
    const tokens = await this.tokens.current();
    try {
      return await request<T>(this.server.host, path, {...ask, token: tokens.access});
    } catch (error) {
      if (!unauthorized(error)) {
        throw error;
      }
    }
    const {access} = await this.tokens.renewed(tokens);
    try {
      return await request<T>(this.server.host, path, {...ask, token: access});
    } catch (error) {
      throw unauthorized(error) ? new Problem('disconnected', ENDED) : error;
    }
  }

  /** Connects a person who came back with a code. Returns why it could not be done. */
  private async comeBack(context: ExtensionContextValue['oauthContext']): Promise<string | undefined> {
    const pending = await this.pending();
    const back = readReturn(context, pending);
    switch (back.kind) {
      case 'nothing':
        return undefined;
      case 'refused':
        return back.problem;
      case 'foreign':
        return 'This sign-in was not begun here, or it was used before. Connect again.';
      case 'code':
        // Before the code is used: the state is good once, whatever becomes of it.
        await this.keepPending(pending.filter(one => one.state !== back.state));
        return this.connect(back.code, back.verifier).then(() => undefined, sentence);
    }
  }

  private async connect(code: string, verifier: string): Promise<void> {
    await this.tokens.exchange(code, verifier, redirectUri(this.server, this.account));
    try {
      const {workspace} = await this.call<{workspace: Workspace}>('/api/oauth/userinfo');
      await this.patch({stripeAccountId: this.account.id});
      await this.shared.write(WORKSPACE, JSON.stringify(workspace));
    } catch (error) {
      // Tokens without a connection are of no use to anybody, and nobody would think of ending them.
      await this.tokens.revoke().catch(() => undefined);
      await this.tokens.forget();
      throw error;
    }
  }

  private async patch(change: {stripeAccountId: string | null; stripeInstalledAccountId?: string}): Promise<void> {
    const signature = await fetchStripeSignature();
    await this.call('/api/stripe/integration', {method: 'PATCH', signature,
      json: {...change, stripeMode: this.account.mode, stripeUserId: this.account.userId}});
  }

  private async standing(): Promise<Standing> {
    const workspace = JSON.parse(await this.shared.read(WORKSPACE) || 'null') as Workspace | null;
    if (!workspace) {
      return {kind: 'none'};
    }
    try {
      return {kind: 'connected', workspace, settings: await this.call<Settings>(SETTINGS)};
    } catch (error) {
      return error instanceof Problem && error.kind === 'disconnected'
        ? {kind: 'lost', workspace, problem: error.message}
        : {kind: 'connected', workspace, problem: sentence(error)};
    }
  }

  private async pending(): Promise<Pending[]> {
    return readPending(await this.own.read(PENDING), Date.now());
  }

  private async keepPending(list: Pending[]): Promise<void> {
    await (list.length ? this.own.write(PENDING, JSON.stringify(list), list[list.length - 1].until)
      : this.own.remove(PENDING));
  }
}

function unauthorized(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}
