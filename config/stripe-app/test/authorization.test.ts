import type {Account, Server} from '../src/account';
import {authorizeUrl, readPending, readReturn, withPending} from '../src/authorization';

const SERVER: Server = {host: 'https://go.example.com', appId: 'com.example.go.conversions', clientId: 'client_1', scopes: ['stripe.read', 'stripe.write']};
const ACCOUNT: Account = {id: 'acct_1', userId: 'usr_1', mode: 'live'};
const PENDING = [{state: 'mine', until: 2}];

describe('the address at which a workspace is chosen', () => {
  test.each([
    ['live', 'https://dashboard.stripe.com/apps-oauth/com.example.go.conversions'],
    ['test', 'https://dashboard.stripe.com/test/apps-oauth/com.example.go.conversions'],
    ['sandbox', 'https://dashboard.stripe.com/test/apps-oauth/com.example.go.conversions'],
  ] as const)('in %s mode leads back to %s', (mode, expected) => {
    const url = new URL(authorizeUrl(SERVER, {...ACCOUNT, mode}, 'a state', 'a challenge'));
    expect(url.origin + url.pathname).toBe('https://go.example.com/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'client_1', redirect_uri: expected, response_type: 'code', state: 'a state',
      code_challenge: 'a challenge', code_challenge_method: 'S256',
      scope: 'stripe.read stripe.write'});
  });
});

describe('a person who comes back', () => {
  test.each([
    ['with nothing', undefined, 'nothing'],
    ['with a code', {code: 'c', state: 'mine', verifier: 'v'}, 'code'],
    ['with a code of another state', {code: 'c', state: 'theirs', verifier: 'v'}, 'foreign'],
    ['with a code without a state', {code: 'c', verifier: 'v'}, 'foreign'],
    ['with a code without a verifier', {code: 'c', state: 'mine'}, 'refused'],
    ['having declined', {error: 'access_denied', state: 'mine'}, 'refused'],
    ['with an error beside a code', {error: 'server_error', code: 'c', state: 'mine', verifier: 'v'}, 'refused'],
  ])('%s', (_, context, kind) => {
    expect(readReturn(context, PENDING).kind).toBe(kind);
  });

  test.each([
    ['access_denied', 'The connection was declined. Nothing was changed.'],
    ['temporarily_unavailable', 'The server could not connect the workspace just now. Try again in a minute.'],
    ['invalid_scope', 'The server refused to connect the workspace (invalid_scope).'],
  ])('is told what %s means', (error, problem) => {
    expect(readReturn({error}, [])).toEqual({kind: 'refused', problem});
  });
});

describe('states that were handed out', () => {
  test('end', () => {
    expect(readPending(JSON.stringify(PENDING), 1)).toEqual(PENDING);
    expect(readPending(JSON.stringify(PENDING), 2)).toEqual([]);
  });

  test.each([null, '', 'no JSON', '{}', '"text"', '[1]'])('are none in %s', text => {
    expect(readPending(text, 1)).toEqual([]);
  });

  test('are few: the oldest makes room', () => {
    let list = readPending(null, 0);
    for (let i = 0; i < 9; i++) {
      list = withPending(list, `state_${i}`, 0);
    }
    expect(list.map(one => one.state)).toEqual(['state_4', 'state_5', 'state_6', 'state_7', 'state_8']);
  });
});
