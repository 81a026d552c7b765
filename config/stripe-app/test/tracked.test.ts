import {money} from '../src/money';
import {headOf, linesOf, replayable, type Tracked} from '../src/tracked';

const TRACKED: Tracked = {
  id: 'in_1', kind: 'invoice', tracked: true,
  link: {shortLink: 'https://go.example.com/ana'},
  click: {id: 'click', at: '2026-11-02T23:30:00Z'},
  partner: {name: 'Ana'},
  explanation: 'The last click before the payment.',
  sales: [{amount: 1999, netAmount: 1500, currency: 'eur'}, {amount: 1, netAmount: 1, currency: 'eur'},
    {amount: 500, netAmount: 500, currency: 'jpy'}],
  commission: {earnings: 600, currency: 'eur', status: 'pending'},
};

test('the head says where it came from', () => {
  expect(headOf(TRACKED, 'en-GB')).toBe('Came from https://go.example.com/ana on 2 Nov 2026, partner Ana.');
});

test('the lines say what came of it', () => {
  expect(linesOf(TRACKED, 'en-GB')).toEqual([
    {label: 'Link', value: 'https://go.example.com/ana'},
    {label: 'Clicked', value: '2 Nov 2026'},
    {label: 'Partner', value: 'Ana'},
    {label: 'Sales', value: '3 (€20.00, JP¥500)'},
    {label: 'Refunded', value: '€4.99'},
    {label: 'Commission', value: '€6.00, pending'},
    {label: 'Why', value: 'The last click before the payment.'},
  ]);
});

test('commissions that differ have a sum and no status', () => {
  const commission = {earnings: 600, currency: 'eur', status: null};
  expect(linesOf({...TRACKED, commission}, 'en-GB')).toContainEqual({label: 'Commission', value: '€6.00'});
});

test('what may not be read has no line', () => {
  expect(linesOf({...TRACKED, partner: null, commission: undefined, sales: []}, 'en').map(line => line.label))
    .toEqual(['Link', 'Clicked', 'Why']);
});

test('what was not tracked says why, in the words of the server', () => {
  const object = {id: 'in_1', kind: 'invoice', tracked: false, explanation: 'The customer never clicked a link.'};
  expect(headOf(object, 'en')).toBe('The customer never clicked a link.');
  expect(headOf({...object, explanation: null}, 'en')).toBe('Nothing that this server knows came before it.');
});

test.each([['processed', false], ['ignored', true], ['failed', true]])('an event that is %s', (state, expected) => {
  expect(replayable({id: 'evt_1', type: 'invoice.paid', state, reason: null, explanation: null})).toBe(expected);
});

test.each([
  [1234, 'usd', '$12.34'],
  [500, 'jpy', '¥500'],
  [12345, 'kwd', 'KWD 12.345'],
  [-50, 'usd', '-$0.50'],
])('%d of %s is %s', (amount, currency, expected) => {
  expect(money(amount, currency, 'en-US').replace(/\s/, ' ')).toBe(expected);
});
