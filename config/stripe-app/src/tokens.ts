import {Problem} from './problem';
import {Refusal, request} from './request';
import type {Secrets} from './secrets';
import type {Server} from './account';

export type Tokens = {access: string; refresh: string; until: number};

/** The token endpoint's answer, RFC 6749, section 5.1. */
type TokenAnswer = {access_token: string; refresh_token: string; expires_in: number};

const TOKENS = 'tokens';
const REFRESHING = 'refreshing';
/** A token that ends while a request is under way is no use. */
const EARLY_MILLISECONDS = 60_000;
/** How long one view may take to refresh before another one does it. */
const CLAIM_MILLISECONDS = 20_000;
/** Longer than writing a secret takes. */
const SETTLE_MILLISECONDS = 1_000;

export const ENDED = 'The connection to the server has ended: it was revoked there, or not used for a long time.';

/**
 * The tokens of a workspace, in the Secret Store, where every view of the account finds them. A refresh token is good
 * once, and using it twice ends the connection: so views that need new tokens at the same time take turns.
 */
export class TokenStore {

  private running: Promise<Tokens> | undefined;

  constructor(private readonly server: Server, private readonly secrets: Secrets) {
  }

  /** Exchanges the code of a person who came back from the server. */
  async exchange(code: string, verifier: string, redirectUri: string): Promise<Tokens> {
    const answer = await this.ask({grant_type: 'authorization_code', code, code_verifier: verifier,
      redirect_uri: redirectUri});
    try {
      return await this.keep(answer);
    } catch (error) {
      // Nobody would have them, and they would be good for a year.
      await this.end(answer.refresh_token).catch(() => undefined);
      throw error;
    }
  }

  async stored(): Promise<Tokens | null> {
    return parsed(await this.secrets.read(TOKENS));
  }

  /** Returns tokens that are good for a while. Throws a Problem, kind `disconnected`, when there are none. */
  async current(): Promise<Tokens> {
    const tokens = await this.stored();
    if (!tokens) {
      throw new Problem('disconnected', 'No workspace is connected.');
    }
    return tokens.until - EARLY_MILLISECONDS > Date.now() ? tokens : this.renewed(tokens);
  }

  /** Returns other tokens in place of those that the server does not take any more. */
  renewed(old: Tokens): Promise<Tokens> {
    this.running ??= this.inTurn(old).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Ends the tokens at the server; a server that does not know them has nothing to end. */
  async revoke(): Promise<void> {
    const tokens = await this.stored();
    if (tokens) {
      await this.end(tokens.refresh);
    }
  }

  async forget(): Promise<void> {
    await this.secrets.remove(TOKENS);
    await this.secrets.remove(REFRESHING);
  }

  /**
   * Lets one view refresh, and the others wait for what it stores. The Secret Store has no conditional write; so each
   * view writes its name where no name is, waits until what others wrote at the same moment is there too, and goes on
   * if the name is still its own.
   */
  private async inTurn(old: Tokens): Promise<Tokens> {
    const name = `${Date.now()}-${Math.random()}`;
    const end = Date.now() + 2 * CLAIM_MILLISECONDS;
    while (Date.now() < end) {
      const tokens = await this.stored();
      if (!tokens) {
        throw new Problem('disconnected', 'No workspace is connected.');
      }
      if (tokens.access !== old.access) {
        return tokens;
      }
      if (await this.claimed(name)) {
        return this.refresh(tokens);
      }
      await pause(SETTLE_MILLISECONDS);
    }
    throw new Problem('unreachable', 'The connection is being renewed by another view. Reload the page.');
  }

  private async claimed(name: string): Promise<boolean> {
    if (claimant(await this.secrets.read(REFRESHING))) {
      return false;
    }
    const until = Date.now() + CLAIM_MILLISECONDS;
    await this.secrets.write(REFRESHING, JSON.stringify({name, until}), until);
    await pause(SETTLE_MILLISECONDS);
    return claimant(await this.secrets.read(REFRESHING)) === name;
  }

  private async refresh(tokens: Tokens): Promise<Tokens> {
    try {
      return await this.keep(await this.ask({grant_type: 'refresh_token', refresh_token: tokens.refresh}));
    } catch (error) {
      throw error instanceof Refusal && error.reason === 'invalid_grant' ? new Problem('disconnected', ENDED) : error;
    } finally {
      await this.secrets.remove(REFRESHING);
    }
  }

  private end(refreshToken: string): Promise<void> {
    return request(this.server.host, '/api/oauth/revoke', {method: 'POST',
      form: {token: refreshToken, token_type_hint: 'refresh_token', client_id: this.server.clientId}});
  }

  private ask(form: Record<string, string>): Promise<TokenAnswer> {
    return request<TokenAnswer>(this.server.host, '/api/oauth/token',
      {method: 'POST', form: {...form, client_id: this.server.clientId}});
  }

  private async keep(answer: TokenAnswer): Promise<Tokens> {
    const tokens = {access: answer.access_token, refresh: answer.refresh_token,
      until: Date.now() + answer.expires_in * 1000};
    await this.secrets.write(TOKENS, JSON.stringify(tokens));
    return tokens;
  }
}

function claimant(text: string | null): string | undefined {
  const {name, until} = JSON.parse(text || '{}') as {name?: string; until?: number};
  return name && until && until > Date.now() ? name : undefined;
}

function parsed(text: string | null): Tokens | null {
  const tokens = JSON.parse(text || 'null') as Tokens | null;
  return tokens?.access && tokens.refresh ? tokens : null;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}
