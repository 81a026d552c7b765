import type {ExtensionContextValue, RoleDefinition} from '@stripe/ui-extension-sdk/context';

export type Mode = 'live' | 'test' | 'sandbox';

/** The Stripe account that the dashboard shows, in one of its modes, and the person who looks at it. */
export type Account = {id: string; userId: string; mode: Mode};

/** The server that this app was made for: its address, what it knows the app by, and what the app may ask it for. */
export type Server = {host: string; appId: string; clientId: string; scopes: string[]};

const CONNECTING_ROLES = ['admin', 'super_admin', 'developer'];
/** What older dashboards say in place of the ids above. */
const CONNECTING_ROLE_NAMES = ['administrator', 'super administrator', 'developer'];

/** A sandbox is an account of its own, which says "test" of itself. */
export function accountOf({userContext, environment}: ExtensionContextValue): Account {
  return {
    id: userContext.account.id,
    userId: userContext.id ?? '',
    mode: userContext.account.isSandbox ? 'sandbox' : environment.mode,
  };
}

/** Reads the constants of the manifest. Throws when the manifest is not one that a server made. */
export function serverOf({environment}: ExtensionContextValue): Server {
  const {host, appId, clientId, scopes} = (environment.constants ?? {}) as Partial<Server>;
  if (!host || !appId || !clientId || !scopes) {
    throw new Error('This app was uploaded without the address of a server. Download it from yours, and upload that.');
  }
  return {host: host.replace(/\/+$/, ''), appId, clientId, scopes};
}

/** Stripe lets administrators and developers install apps: they connect them too. Unknown roles are left to the server. */
export function mayConnect(roles: RoleDefinition[] | undefined): boolean {
  return !roles?.length || roles.some(({id, name}) =>
    id ? CONNECTING_ROLES.includes(id) : CONNECTING_ROLE_NAMES.includes(name.toLowerCase()));
}
