import {Connection} from '../src/connection';
import {accountSecrets} from '../src/secrets';
import {TokenStore} from '../src/tokens';
import {ServerStandIn} from './server';
import {challengeOf, installStripe, memory, oauthContextOf, type StripeStandIn} from './stripe';

const SERVER = {host: 'https://go.example.com', appId: 'app', clientId: 'client_1', scopes: ['stripe.read', 'stripe.write']};
const ACCOUNT = {id: 'acct_1', userId: 'usr_1', mode: 'test'} as const;

const setTimeoutReally = globalThis.setTimeout;

let stripe: StripeStandIn;
let server: ServerStandIn;
let connection: Connection;

/** Waits are as long as in a dashboard, and twenty times as short here. */
beforeEach(() => {
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, milliseconds = 0, ...more: []) =>
    setTimeoutReally(work, milliseconds / 20, ...more)) as never);
  stripe = {store: memory(), sign: async () => 't=1,v1=signed', broken: new Set()};
  installStripe(stripe);
  server = new ServerStandIn();
  server.install();
  connection = new Connection(SERVER, ACCOUNT);
});

async function back(query: Record<string, string> = {code: 'code_1'}) {
  const state = new URL(await connection.link()).searchParams.get('state') as string;
  return oauthContextOf(stripe.store, new URLSearchParams({state, ...query}));
}

async function connect() {
  return connection.open(await back());
}

async function stored(name: string) {
  return accountSecrets().read(name);
}

describe('connecting', () => {
  test('goes from the link over the code to the connected account', async () => {
    const context = await back();
    expect(await connection.open(undefined)).toEqual({kind: 'none'});
    expect(await connection.open(context)).toEqual({kind: 'connected', workspace: {id: 'ws_1', slug: 'acme', name: 'Acme'},
      settings: {trackFreeTrials: false, trackQuantity: false}});
    expect(server.bodies[0]).toMatchObject({grant_type: 'authorization_code', client_id: 'client_1', code: 'code_1',
      code_verifier: context.verifier, redirect_uri: 'https://dashboard.stripe.com/test/apps-oauth/app'});
    expect(server.bodies[2]).toMatchObject({'Stripe-Signature': 't=1,v1=signed', stripeAccountId: 'acct_1',
      stripeMode: 'test', stripeUserId: 'usr_1'});
    expect(await connection.open(undefined)).toMatchObject({kind: 'connected'});
  });

  test('sends the challenge of the verifier', async () => {
    const url = new URL(await connection.link());
    const {verifier} = oauthContextOf(stripe.store, url.searchParams);
    expect(url.searchParams.get('code_challenge')).toBe(await challengeOf(verifier as string));
  });

  test('uses a code once, also when the page is loaded again with it', async () => {
    const context = await back();
    await connection.open(context);
    expect(await connection.open(context)).toMatchObject({kind: 'connected'});
    expect(server.times('POST /api/oauth/token')).toBe(1);
  });

  test('does not touch the code of a state that was not handed out here', async () => {
    expect(await connection.open({code: 'theirs', state: 'theirs', verifier: 'v'}))
      .toEqual({kind: 'none', problem: 'This sign-in was not begun here, or it was used before. Connect again.'});
    expect(server.calls).toEqual([]);
  });

  test('of one person cannot be finished by another one', async () => {
    const context = await back();
    expect(await new Connection(SERVER, {...ACCOUNT, userId: 'usr_2'}).open(context)).toMatchObject({kind: 'none'});
    expect(server.calls).toEqual([]);
  });

  test('works from each of several tabs', async () => {
    const first = await back();
    await connection.link();
    expect(await connection.open(first)).toMatchObject({kind: 'connected'});
  });

  test('says that it was declined', async () => {
    expect(await connection.open(await back({error: 'access_denied'})))
      .toEqual({kind: 'none', problem: 'The connection was declined. Nothing was changed.'});
  });

  test.each([
    ['POST /api/oauth/token', 400, {error: 'invalid_grant', error_description: 'The code has ended.'}, 'The code has ended.'],
    ['GET /api/oauth/userinfo', 403, {error: {code: 'forbidden', message: 'No.'}}, 'No.'],
    ['PATCH /api/stripe/integration', 409, {error: {code: 'conflict', message: 'The account is connected already.'}},
      'The account is connected already.'],
    ['PATCH /api/stripe/integration', 502, 'no JSON of ours', 'The server answered with the status 502.'],
  ])('stops when %s says %d, and leaves no tokens behind', async (call, status, answer, problem) => {
    server.answers.set(call, [status, answer]);
    expect(await connect()).toEqual({kind: 'none', problem});
    expect(await stored('tokens')).toBeNull();
    expect(server.revoked).toBe(call !== 'POST /api/oauth/token');
  });

  test('says when the server cannot be reached', async () => {
    server.answers.set('POST /api/oauth/token', 'unreachable');
    expect(await connect()).toEqual({kind: 'none',
      problem: 'https://go.example.com cannot be reached from here. Is the server running?'});
  });

  test('says when Stripe does not keep the tokens', async () => {
    stripe.broken?.add('tokens');
    expect(await connect()).toEqual({kind: 'none', problem: expect.stringContaining('Secret Store refused')});
    expect(server.revoked).toBe(true);
  });

  test('gives up when no answer comes', async () => {
    server.answers.set('POST /api/oauth/token', 'silent');
    expect(await connect()).toEqual({kind: 'none', problem: 'https://go.example.com did not answer within 15 seconds.'});
  });
});

describe('disconnecting', () => {
  beforeEach(connect);

  test('tells the server, then forgets', async () => {
    await connection.disconnect();
    expect(server.calls.slice(-2)).toEqual(['PATCH /api/stripe/integration', 'POST /api/oauth/revoke']);
    expect(server.bodies[server.bodies.length - 2]).toMatchObject({stripeAccountId: null, stripeInstalledAccountId: 'acct_1',
      stripeMode: 'test', 'Stripe-Signature': 't=1,v1=signed'});
    expect(await stored('tokens')).toBeNull();
    expect(await connection.open(undefined)).toEqual({kind: 'none'});
  });

  test.each(['PATCH /api/stripe/integration', 'POST /api/oauth/revoke'])(
    'keeps everything when the server does not hear %s', async call => {
      server.answers.set(call, 'unreachable');
      await expect(connection.disconnect()).rejects.toThrow('cannot be reached');
      server.answers.clear();
      expect(await connection.open(undefined)).toMatchObject({kind: 'connected'});
    });
});

describe('tokens', () => {
  beforeEach(connect);

  test('are renewed once when the server takes them no more', async () => {
    server.expire();
    expect(await connection.open(undefined)).toMatchObject({kind: 'connected'});
    expect(server.times('POST /api/oauth/token')).toBe(2);
  });

  test('are renewed before they end', async () => {
    server.accessSeconds = 30;
    server.expire();
    await connection.open(undefined);
    const before = server.times('POST /api/oauth/token');
    await connection.open(undefined);
    expect(server.times('POST /api/oauth/token')).toBe(before + 1);
  });

  test('are not asked for for ever', async () => {
    server.answers.set('GET /api/stripe/integration/settings', [401, {error: {message: 'No.'}}]);
    expect(await connection.open(undefined)).toMatchObject({kind: 'lost'});
    expect(server.times('GET /api/stripe/integration/settings')).toBe(3);
  });

  test('that were revoked mean: reconnect', async () => {
    server.revoked = true;
    expect(await connection.open(undefined)).toMatchObject({kind: 'lost', workspace: {name: 'Acme'},
      problem: 'The connection to the server has ended: it was revoked there, or not used for a long time.'});
    expect(await connect()).toMatchObject({kind: 'connected'});
  });

  test('survive a server that is away', async () => {
    server.answers.set('GET /api/stripe/integration/settings', 'unreachable');
    expect(await connection.open(undefined)).toMatchObject({kind: 'connected', problem: expect.stringContaining('reached')});
    server.answers.clear();
    expect(await connection.open(undefined)).toMatchObject({kind: 'connected', settings: {trackQuantity: false}});
  });

  test('are renewed by one of many views that need them at the same time', async () => {
    server.expire();
    const views = Array.from({length: 5}, () => new Connection(SERVER, ACCOUNT));
    const standings = await Promise.all(views.map(view => view.open(undefined)));
    expect(standings.map(standing => standing.kind)).toEqual(Array(5).fill('connected'));
    expect(server.times('POST /api/oauth/token')).toBe(2);
    expect(server.revoked).toBe(false);
  });

  test('are renewed by another view when the one that began is gone', async () => {
    await accountSecrets().write('refreshing', JSON.stringify({name: 'gone', until: Date.now() + 1_500}));
    server.expire();
    const tokens = new TokenStore(SERVER, accountSecrets());
    const old = await tokens.stored();
    expect(await tokens.renewed(old!)).toMatchObject({access: 'access_2'});
  });
});
