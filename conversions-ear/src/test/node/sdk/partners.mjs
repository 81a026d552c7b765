// Partners, their links, what they earn, and the token of the page they see it on.
import assert from 'node:assert/strict';
import { all, click, dub, secretKey, server, signedUp, unique } from './shop.mjs';

async function partner(fields = {}) {
  const name = unique('partner');
  return dub.partners.create({ name, email: `${name}@partners.example`, tenantId: name, ...fields });
}

/** What a sale earns. There is one reward for sales; other tests of this server may have made it. */
async function rewardForSales() {
  await fetch(`${server}/api/rewards`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ event: 'sale', type: 'percentage', amountInPercentage: 20 }),
  });
}

export async function partners() {
  const made = await partner({ country: 'DE', description: 'Writes reviews' });
  assert.equal(made.status, 'approved');
  assert.equal((await dub.partners.create({ name: 'Renamed', email: made.email })).id, made.id);
  const link = await dub.partners.createLink({ partnerId: made.id, url: 'https://shop.example/', comments: 'hers' });
  assert.equal(link.partnerId, made.id);
  await click(link);
  const [listed] = await dub.partners.list({ tenantId: made.tenantId });
  assert.deepEqual([listed.id, listed.totalClicks], [made.id, 1]);
  assert.ok((await dub.partners.list()).length > 0);
}

export async function partnerLinks() {
  const made = await partner();
  const url = `https://shop.example/${unique('page')}`;
  const link = await dub.partners.upsertLink({ tenantId: made.tenantId, url });
  assert.equal((await dub.partners.upsertLink({ partnerId: made.id, url })).id, link.id);
  const links = await dub.partners.retrieveLinks({ partnerId: made.id });
  assert.ok(links.some((row) => row.id === link.id));
  assert.ok((await dub.partners.retrieveLinks({ tenantId: made.tenantId })).length > 0);
}

export async function partnerAnalytics() {
  const made = await partner();
  const link = await dub.partners.createLink({ partnerId: made.id, url: 'https://shop.example/' });
  await signedUp(link);
  for (const groupBy of ['count', 'timeseries', 'top_links']) {
    const figures = await dub.partners.analytics({ partnerId: made.id, groupBy, interval: '30d' });
    assert.equal(Array.isArray(figures), groupBy !== 'count');
  }
}

export async function commissions() {
  await rewardForSales();
  const made = await partner();
  const link = await dub.partners.createLink({ partnerId: made.id, url: 'https://shop.example/' });
  const customerExternalId = await signedUp(link);
  for (let n = 1; n <= 5; n++) {
    await dub.track.sale({ customerExternalId, amount: 1000 * n, invoiceId: unique('in_') });
  }
  const listed = await all(dub.commissions.list({ partnerId: made.id, type: 'sale', pageSize: 2 }));
  assert.equal(listed.length, 5);
  assert.ok(listed.every((row) => row.partner.id === made.id && row.earnings > 0));
  assert.equal((await dub.commissions.update({ id: listed[0].id, requestBody: { status: 'fraud' } })).status, 'fraud');
  const changed = await dub.commissions.updateMany({ commissionIds: [listed[1].id], status: 'canceled' });
  assert.deepEqual(changed, [{ id: listed[1].id, status: 'canceled' }]);
}

export async function discountCodes() {
  const made = await partner();
  const link = await dub.partners.createLink({ partnerId: made.id, url: 'https://shop.example/' });
  // There is no key of Stripe's here by which a code could be made: the server says so, and takes one that was made there.
  await assert.rejects(dub.discountCodes.create({ partnerId: made.id, linkId: link.id }), (error) => {
    assert.equal(error.error.code, 'unprocessable_entity');
    assert.match(error.error.message, /no key/);
    return true;
  });
  const code = unique('CODE').toUpperCase().replaceAll('_', '-');
  const taken = await fetch(`${server}/api/discount-codes`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ code, partnerId: made.id, linkId: link.id, promotionCodeId: `promo_${code}` }),
  });
  assert.equal(taken.status, 201);
  const listed = await dub.discountCodes.list({ partnerId: made.id });
  assert.deepEqual(listed.map((row) => [row.code, row.partnerId, row.linkId, row.discountId]), [[code, made.id, link.id, null]]);
  assert.deepEqual(await dub.discountCodes.delete(code), { id: listed[0].id });
  assert.deepEqual(await dub.discountCodes.list({ partnerId: made.id }), []);
}

export async function embedTokens() {
  const made = await partner();
  const token = await dub.embedTokens.referrals({ partnerId: made.id });
  assert.ok(token.publicToken.length > 20);
  assert.ok(Date.parse(token.expires) > Date.now());
  const page = await fetch(`${server}/embed/referrals?token=${token.publicToken}&dynamicHeight=true`);
  assert.deepEqual([page.status, page.headers.get('x-frame-options')], [200, null]);
}
