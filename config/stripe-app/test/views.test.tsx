import {getMockContextProps, render} from '@stripe/ui-extension-sdk/testing';
import type {ExtensionContextValue} from '@stripe/ui-extension-sdk/context';
import {Badge, Banner, Box, Button, PropertyListItem, Spinner, Switch} from '@stripe/ui-extension-sdk/ui';
import PaymentDetail from '../src/views/PaymentDetail';
import Settings from '../src/views/Settings';
import {ServerStandIn} from './server';
import {installStripe, memory, oauthContextOf, type Store} from './stripe';

const CONSTANTS = {host: 'https://go.example.com', appId: 'app', clientId: 'client_1', scopes: ['stripe.read', 'stripe.write']};

let store: Store;
let server: ServerStandIn;

beforeEach(() => {
  store = memory();
  installStripe({store, sign: async () => 'signed'});
  server = new ServerStandIn();
  server.install();
});

function context(more: {role?: string; constants?: unknown; oauthContext?: ExtensionContextValue['oauthContext']} = {}) {
  return {...getMockContextProps({
    userContext: {roles: [{id: more.role ?? 'admin', name: '', type: 'builtIn'}], locale: 'en-GB'},
    environment: {constants: more.constants ?? CONSTANTS, objectContext: {id: 'pi_1', object: 'payment_intent'}},
  } as never), oauthContext: more.oauthContext};
}

type Rendered = ReturnType<typeof render>;

async function shows(view: Rendered, what: (wrapper: Rendered['wrapper']) => unknown) {
  for (let i = 0; i < 200 && !what(view.wrapper); i++) {
    await new Promise(resolve => {
      setTimeout(resolve, 10);
    });
    await view.update();
  }
  expect(what(view.wrapper)).toBeTruthy();
}

function button(view: Rendered, text: string) {
  return view.wrapper.findAll(Button).find(one => one.text === text);
}

function banners(view: Rendered) {
  return view.wrapper.findAll(Banner).map(one => one.prop('title'));
}

async function connected() {
  const first = render(<Settings {...context()} />);
  await shows(first, () => button(first, 'Connect workspace')?.prop('href'));
  const state = new URL(button(first, 'Connect workspace')?.prop('href') as string).searchParams.get('state') as string;
  const view = render(<Settings {...context({oauthContext: oauthContextOf(store, new URLSearchParams({state, code: 'c'}))})} />);
  await shows(view, wrapper => wrapper.findAll(Switch).length);
  return view;
}

describe('the settings', () => {
  test('connect, and show what is connected', async () => {
    const view = await connected();
    expect(view.wrapper.findAll(Box).map(one => one.text)).toContain('Connected to Acme');
    expect(view.wrapper.find(Spinner)).toBeNull();
  });

  test('switch trials on, and then seats', async () => {
    const view = await connected();
    const [trials, seats] = view.wrapper.findAll(Switch);
    expect(seats.prop('disabled')).toBe(true);
    trials.trigger('onChange', {target: {checked: true}} as never);
    await shows(view, wrapper => wrapper.findAll(Switch)[0].prop('checked'));
    await shows(view, wrapper => !wrapper.findAll(Switch)[1].prop('disabled'));
    expect(server.bodies[server.bodies.length - 1]).toMatchObject({trackFreeTrials: true});
  });

  test('disconnect', async () => {
    const view = await connected();
    button(view, 'Disconnect')?.trigger('onPress', {} as never);
    await shows(view, () => button(view, 'Connect workspace')?.prop('href'));
    expect(server.revoked).toBe(true);
  });

  test('stay connected while the server cannot be reached', async () => {
    const view = await connected();
    server.answers.set('PATCH /api/stripe/integration', 'unreachable');
    button(view, 'Disconnect')?.trigger('onPress', {} as never);
    await shows(view, () => banners(view).length);
    expect(banners(view)).toEqual(['https://go.example.com cannot be reached from here. Is the server running?']);
    expect(button(view, 'Disconnect')).toBeTruthy();
  });

  test('offer to reconnect or to remove what the server has ended', async () => {
    await connected();
    server.revoked = true;
    const view = render(<Settings {...context()} />);
    await shows(view, () => button(view, 'Reconnect')?.prop('href'));
    button(view, 'Remove')?.trigger('onPress', {} as never);
    await shows(view, () => button(view, 'Connect workspace')?.prop('href'));
  });

  test('show why it was refused, and let one try again', async () => {
    const view = render(<Settings {...context({oauthContext: {error: 'access_denied'}})} />);
    await shows(view, () => button(view, 'Connect workspace')?.prop('href'));
    expect(banners(view)).toEqual(['The connection was declined. Nothing was changed.']);
  });

  test('are for administrators and developers, and say so to others', async () => {
    const view = render(<Settings {...context({role: 'analyst'})} />);
    await shows(view, () => button(view, 'Connect workspace'));
    expect(button(view, 'Connect workspace')?.props).toMatchObject({disabled: true, href: undefined});
    expect(banners(view)).toEqual(['Only administrators and developers of this Stripe account can connect it.']);
  });

  test('of an app without a server say where to get one', async () => {
    const view = render(<Settings {...context({constants: {}})} />);
    await shows(view, () => banners(view).length);
    expect(banners(view)[0]).toContain('Download it from yours');
  });

  test('end with a problem, not with a spinner, when Stripe keeps nothing', async () => {
    installStripe({store, sign: async () => 'signed', broken: new Set(['workspace', 'pending'])});
    const view = render(<Settings {...context()} />);
    await shows(view, () => button(view, 'Try again'));
    expect(banners(view)[0]).toContain('Secret Store refused');
    expect(view.wrapper.find(Spinner)).toBeNull();
  });
});

describe('a payment', () => {
  const PATH = 'GET /api/stripe/objects/pi_1';

  test('shows where it came from', async () => {
    await connected();
    server.answers.set(PATH, [200, {id: 'pi_1', kind: 'payment_intent', tracked: true,
      link: {shortLink: 'https://go.example.com/ana'}, partner: {name: 'Ana'}, sales: [], events: []}]);
    const view = render(<PaymentDetail {...context()} />);
    await shows(view, wrapper => wrapper.findAll(PropertyListItem).length);
    expect(view.wrapper.text).toContain('Came from https://go.example.com/ana, partner Ana.');
  });

  test('shows why it is not tracked, and processes an event again', async () => {
    await connected();
    server.answers.set(PATH, [200, {id: 'pi_1', kind: 'payment_intent', tracked: false, explanation: 'No click is known.',
      events: [{id: 'evt_1', type: 'charge.succeeded', state: 'ignored', reason: 'r', explanation: 'No click is known.'}]}]);
    server.answers.set('POST /api/stripe/events/evt_1/replay', [200, {replayed: 1}]);
    const view = render(<PaymentDetail {...context()} />);
    await shows(view, wrapper => wrapper.find(Badge));
    expect(view.wrapper.text).toContain('No click is known.');
    button(view, 'Process again')?.trigger('onPress', {} as never);
    await shows(view, () => server.times(PATH) === 2);
    expect(server.times('POST /api/stripe/events/evt_1/replay')).toBe(1);
  });

  test('says that nothing is connected', async () => {
    const view = render(<PaymentDetail {...context()} />);
    await shows(view, () => banners(view).length);
    expect(banners(view)).toEqual(['No workspace is connected.']);
  });

  test('that the server never heard of says so, which is no problem', async () => {
    await connected();
    server.answers.set(PATH, [404, {error: {code: 'not_found', message: 'Stripe has not reported it here.'}}]);
    const view = render(<PaymentDetail {...context()} />);
    await shows(view, wrapper => wrapper.text.includes('Stripe has not reported it here.'));
    expect(banners(view)).toEqual([]);
  });

  test("shows the server's own sentence, and tries again", async () => {
    await connected();
    server.answers.set(PATH, [403, {error: {code: 'forbidden', message: 'This key lacks the scope stripe.read.'}}]);
    const view = render(<PaymentDetail {...context()} />);
    await shows(view, () => banners(view).length);
    expect(banners(view)).toEqual(['This key lacks the scope stripe.read.']);
  });
});
