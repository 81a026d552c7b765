import {getMockContextProps} from '@stripe/ui-extension-sdk/testing';
import type {RoleDefinition} from '@stripe/ui-extension-sdk/context';
import {accountOf, mayConnect, serverOf} from '../src/account';

const ACCOUNT = {id: 'acct_1', country: 'DE', isSandbox: false};

test.each([
  ['live', false, 'live'],
  ['test', false, 'test'],
  ['test', true, 'sandbox'],
  ['live', true, 'sandbox'],
] as const)('a dashboard in %s mode, sandbox: %s, is of the mode %s', (mode, isSandbox, expected) => {
  expect(accountOf(getMockContextProps({userContext: {account: {...ACCOUNT, isSandbox}}, environment: {mode}} as never)))
    .toEqual({id: 'acct_1', userId: 'usr_1234', mode: expected});
});

test('the manifest says which server this is', () => {
  const constants = {host: 'https://go.example.com/', appId: 'a', clientId: 'c', scopes: []};
  expect(serverOf(getMockContextProps({environment: {constants}} as never)).host).toBe('https://go.example.com');
});

test.each([[undefined], [{}], [{host: 'https://go.example.com', appId: 'a', clientId: '', scopes: []}]])(
  'a manifest that no server made is named: %j', constants => {
    expect(() => serverOf(getMockContextProps({environment: {constants}} as never))).toThrow('Download it from yours');
  });

test.each([
  ['an administrator', [{id: 'admin', name: 'Administrator', type: 'builtIn'}], true],
  ['a super administrator', [{id: 'super_admin', name: '', type: 'builtIn'}], true],
  ['a developer beside another role', [{id: 'analyst', name: '', type: 'builtIn'}, {id: 'developer', name: '', type: 'builtIn'}], true],
  ['a developer of an older dashboard', [{name: 'Developer', type: 'builtIn'}], true],
  ['an analyst', [{id: 'analyst', name: 'Analyst', type: 'builtIn'}], false],
  ['a custom role that is named so', [{id: 'role_1', name: 'Developer', type: 'custom'}], false],
  ['one without known roles, whom the server judges', undefined, true],
] as [string, RoleDefinition[] | undefined, boolean][])('%s may connect or not', (_, roles, expected) => {
  expect(mayConnect(roles)).toBe(expected);
});
