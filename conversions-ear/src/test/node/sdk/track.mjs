// Leads and sales, and the figures and events they become.
import assert from 'node:assert/strict';
import { all, click, dub, link, signedUp, unique } from './shop.mjs';

/** The groupings whose rows the SDK can read. */
const GROUPINGS = ['count', 'timeseries', 'continents', 'regions', 'countries', 'cities', 'devices', 'browsers', 'os',
  'trigger', 'triggers', 'referers', 'referer_urls', 'top_links', 'top_urls'];

export async function leads() {
  const made = await link();
  const clickId = await click(made);
  const customerExternalId = unique('buyer/with slash');
  const lead = {
    clickId, eventName: 'Sign up', customerExternalId, customerName: 'Bea', customerEmail: 'bea@buyers.example',
    metadata: { plan: 'pro' },
  };
  const first = await dub.track.lead(lead);
  assert.equal(first.click.id, clickId);
  assert.deepEqual([first.customer.externalId, first.customer.name], [customerExternalId, 'Bea']);
  assert.equal((await dub.track.lead(lead)).click.id, clickId);
  assert.equal((await dub.links.get({ linkId: made.id })).leads, 1);

  const waited = await dub.track.lead({
    clickId: await click(made), eventName: 'Sign up', customerExternalId: unique('buyer'), mode: 'wait', eventQuantity: 3,
  });
  assert.equal(waited.link.id, made.id);
  assert.equal((await dub.links.get({ linkId: made.id })).leads, 4);

  const later = unique('buyer');
  await dub.track.lead({ clickId: await click(made), eventName: 'Sign up', customerExternalId: later, mode: 'deferred' });
  assert.equal((await dub.links.get({ linkId: made.id })).leads, 4);
  await dub.track.lead({ clickId: '', eventName: 'Sign up', customerExternalId: later });
  assert.equal((await dub.links.get({ linkId: made.id })).leads, 5);
}

export async function sales() {
  const made = await link();
  const customerExternalId = await signedUp(made);
  const invoiceId = unique('in_');
  const sale = {
    customerExternalId, amount: 4200, currency: 'usd', paymentProcessor: 'paddle', eventName: 'Invoice paid', invoiceId,
    metadata: { seats: 3 },
  };
  const first = await dub.track.sale(sale);
  assert.deepEqual([first.sale.amount, first.sale.invoiceId, first.sale.paymentProcessor], [4200, invoiceId, 'paddle']);
  assert.deepEqual(await dub.track.sale(sale), first);
  const after = await dub.links.get({ linkId: made.id });
  assert.deepEqual([after.sales, after.saleAmount, after.conversions], [1, 4200, 1]);

  const direct = await dub.track.sale({ customerExternalId: unique('buyer'), amount: 100, clickId: await click(made) });
  assert.equal(direct.sale.amount, 100);
  const unknown = await dub.track.sale({ customerExternalId: unique('nobody'), amount: 100 });
  assert.deepEqual([unknown.customer, unknown.sale], [null, null]);
}

/** One invoice, reported by a hundred callers at the same time: one sale, and all get the same answer. */
export async function salesAtTheSameTime() {
  const made = await link();
  const customerExternalId = await signedUp(made);
  const invoiceId = unique('in_');
  const told = await Promise.all(Array.from({ length: 100 }, () => dub.track.sale({
    customerExternalId, amount: 1999, currency: 'usd', invoiceId, eventName: 'Purchase',
  })));
  assert.equal(new Set(told.map((answer) => JSON.stringify(answer))).size, 1);
  const after = await dub.links.get({ linkId: made.id });
  assert.deepEqual([after.sales, after.saleAmount], [1, 1999]);
  const events = await dub.events.list({ event: 'sales', linkId: made.id, interval: 'all' });
  assert.equal(events.length, 1);
}

export async function analytics() {
  const made = await link({ url: 'https://shop.example/b?page=1', utmSource: 'news' });
  const customerExternalId = await signedUp(made);
  await dub.track.sale({ customerExternalId, amount: 500, invoiceId: unique('in_') });
  for (const groupBy of GROUPINGS) {
    for (const request of [{ event: 'composite', linkId: made.id, interval: 'all' }, { event: 'sales', interval: '90d' },
      { timezone: 'Europe/Berlin' }]) {
      const figures = await dub.analytics.retrieve({ groupBy, ...request });
      assert.equal(Array.isArray(figures), groupBy !== 'count', groupBy);
    }
  }
  assert.ok(await dub.analytics.retrieve());
  const count = await dub.analytics.retrieve({ event: 'composite', linkId: made.id, interval: 'all' });
  assert.deepEqual([count.clicks, count.leads, count.sales, count.saleAmount], [1, 1, 1, 500]);
  const [best] = await dub.analytics.retrieve({ groupBy: 'top_links', event: 'clicks', linkId: made.id, interval: 'all' });
  assert.equal(best.link, made.id);
  const series = await dub.analytics.retrieve({ groupBy: 'timeseries', event: 'clicks', linkId: made.id, interval: '7d' });
  assert.equal(series.reduce((sum, row) => sum + row.clicks, 0), 1);
  const devices = await dub.analytics.retrieve({ groupBy: 'devices', event: 'clicks', linkId: made.id, interval: 'all' });
  assert.deepEqual(devices.map((row) => row.clicks), [1]);
}

export async function events() {
  const made = await link();
  const customerExternalId = await signedUp(made, { metadata: { plan: 'pro' } });
  const invoiceId = unique('in_');
  await dub.track.sale({ customerExternalId, amount: 700, invoiceId, metadata: { seats: 1 } });
  await dub.track.sale({ customerExternalId, amount: 300 });
  const ofLink = { linkId: made.id, interval: 'all' };
  const [clicked] = await dub.events.list({ event: 'clicks', ...ofLink });
  assert.deepEqual([clicked.event, clicked.link.id], ['click', made.id]);
  const [lead] = await dub.events.list({ event: 'leads', ...ofLink });
  assert.deepEqual([lead.event, lead.customer.externalId, lead.eventName], ['lead', customerExternalId, 'Sign up']);
  const sold = await dub.events.list({ event: 'sales', ...ofLink, sortOrder: 'asc' });
  assert.deepEqual(sold.map((row) => row.sale.amount), [700, 300]);
  assert.equal(sold[0].sale.invoiceId, invoiceId);
  assert.ok(Array.isArray(await dub.events.list()));
  assert.equal((await dub.events.list({ event: 'sales', ...ofLink, page: 2, limit: 1 })).length, 1);
}

export async function customers() {
  const made = await link();
  const buyers = [];
  for (let n = 0; n < 5; n++) {
    buyers.push(await signedUp(made, { customerName: `Buyer ${n}` }));
  }
  const listed = await all(dub.customers.list({ linkId: made.id, pageSize: 2, includeExpandedFields: true }));
  assert.deepEqual(listed.map((row) => row.externalId).sort(), [...buyers].sort());
  assert.equal(listed[0].link.id, made.id);
  assert.equal((await all(dub.customers.list({ linkId: made.id, page: 1, pageSize: 3 }))).length, 5);

  const [one] = listed;
  assert.equal((await dub.customers.get({ id: `ext_${one.externalId}`, includeExpandedFields: true })).id, one.id);
  const changed = await dub.customers.update({
    id: one.id, requestBody: { name: 'Bea', email: 'bea@buyers.example', avatar: null },
  });
  assert.deepEqual([changed.name, changed.email], ['Bea', 'bea@buyers.example']);
  assert.deepEqual(await dub.customers.delete(one.id), { id: one.id });
  assert.equal((await all(dub.customers.list({ linkId: made.id }))).length, 4);
}
