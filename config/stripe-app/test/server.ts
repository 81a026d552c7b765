/** A stand-in of ours for the server: hands out tokens, and answers what the views ask. */
export class ServerStandIn {

  readonly calls: string[] = [];
  readonly bodies: Record<string, unknown>[] = [];
  /** Answers by "METHOD path": a status and what it says, or a failure of the network. */
  readonly answers = new Map<string, [number, unknown] | 'unreachable' | 'silent'>();
  accessSeconds = 3600;
  private access = '';
  private refresh = '';
  private count = 0;
  /** Whether the tokens were revoked: by the views, by a person, or because a refresh token came twice. */
  revoked = false;

  install(): void {
    globalThis.fetch = (async (url: string, init: RequestInit) => this.fetch(new URL(url), init)) as typeof fetch;
  }

  /** The server takes the access token no more, as after an hour. */
  expire(): void {
    this.access = 'ended';
  }

  times(call: string): number {
    return this.calls.filter(one => one === call).length;
  }

  private async fetch({pathname}: URL, init: RequestInit): Promise<Response> {
    const call = `${init.method} ${pathname}`;
    this.calls.push(call);
    const body = init.body instanceof URLSearchParams ? Object.fromEntries(init.body)
      : JSON.parse(String(init.body ?? '{}')) as Record<string, unknown>;
    this.bodies.push({...body, ...(init.headers as Record<string, string>)});
    const told = this.answers.get(call);
    if (told === 'unreachable') {
      throw new TypeError('Failed to fetch');
    }
    if (told === 'silent') {
      return new Promise(() => undefined);
    }
    const [status, answer] = told ?? this.answer(call, body, init);
    return new Response(answer === undefined ? null : JSON.stringify(answer), {status});
  }

  private answer(call: string, body: Record<string, unknown>, init: RequestInit): [number, unknown] {
    if (call === 'POST /api/oauth/token') {
      return this.token(body);
    }
    if (call === 'POST /api/oauth/revoke') {
      this.revoked = true;
      return [200, {}];
    }
    if (this.revoked || (init.headers as Record<string, string>).Authorization !== `Bearer ${this.access}`) {
      return [401, {error: {code: 'unauthorized', message: 'Unknown or expired API key.'}}];
    }
    switch (call) {
      case 'GET /api/oauth/userinfo':
        return [200, {workspace: {id: 'ws_1', slug: 'acme', name: 'Acme'}}];
      case 'GET /api/stripe/integration/settings':
        return [200, {trackFreeTrials: false, trackQuantity: false}];
      case 'PATCH /api/stripe/integration/settings':
        return [200, {trackFreeTrials: false, trackQuantity: false, ...body}];
      case 'PATCH /api/stripe/integration':
        return [200, {}];
      default:
        return [404, {error: {code: 'not_found', message: 'There is no such thing.'}}];
    }
  }

  private token(form: Record<string, unknown>): [number, unknown] {
    if (form.grant_type === 'refresh_token' && (this.revoked || form.refresh_token !== this.refresh)) {
      this.revoked = true;
      return [400, {error: 'invalid_grant', error_description: 'The refresh token was used before.'}];
    }
    this.count++;
    this.revoked = false;
    [this.access, this.refresh] = [`access_${this.count}`, `refresh_${this.count}`];
    return [200, {access_token: this.access, refresh_token: this.refresh, token_type: 'Bearer',
      expires_in: this.accessSeconds}];
  }
}
