// Links, and what sorts them: tags, folders, domains, QR codes.
import assert from 'node:assert/strict';
import { all, click, dub, link, server, unique } from './shop.mjs';

export async function links() {
  const key = unique('key');
  const externalId = unique('mine');
  const made = await dub.links.create({
    url: 'https://shop.example/a?x=1', key, externalId, tenantId: 'tenant-1', comments: 'first', trackConversion: true,
    utmSource: 'news', utmMedium: 'mail', title: null, geo: null, expiresAt: null,
  });
  assert.equal(made.key, key);
  assert.equal(made.utmSource, 'news');
  assert.match(made.url, /utm_source=news/);
  assert.equal(made.trackConversion, true);
  assert.equal((await dub.links.create({ url: 'https://shop.example/' })).clicks, 0);

  for (const request of [{ linkId: made.id }, { externalId }, { externalId: `ext_${externalId}` },
    { domain: made.domain, key }]) {
    assert.equal((await dub.links.get(request)).id, made.id);
  }
  assert.equal((await dub.links.update(made.id, { comments: 'second', archived: true })).comments, 'second');
  assert.equal((await dub.links.update(`ext_${externalId}`, { comments: null, archived: false })).comments, null);

  const upserted = await dub.links.upsert({ url: 'https://shop.example/b', externalId });
  assert.equal(upserted.id, made.id);
  assert.equal((await dub.links.upsert({ url: unique('https://shop.example/') })).clicks, 0);

  await click(upserted);
  assert.equal((await dub.links.get({ linkId: made.id })).clicks, 1);
  assert.deepEqual(await dub.links.delete(made.id), { id: made.id });
}

export async function linkTargets() {
  const fields = {
    expiresAt: '2099-01-01T00:00:00.000Z', expiredUrl: 'https://shop.example/over', password: 'open sesame',
    title: 'Title', description: 'Text', image: 'https://shop.example/image.png', proxy: true,
    ios: 'https://shop.example/ios', android: 'https://shop.example/android', geo: { DE: 'https://shop.example/de' },
    doIndex: false, utmTerm: 'shoes', utmContent: 'red', utmCampaign: 'spring', ref: 'friend',
  };
  const made = await link({ ...fields, prefix: unique('ads') });
  for (const [field, value] of Object.entries(fields)) {
    if (!['ref', 'password'].includes(field)) {
      assert.deepEqual(made[field], value, field);
    }
  }
  assert.notEqual(made.password, null);
  const cleared = await dub.links.update(made.id, {
    expiresAt: null, expiredUrl: null, password: null, geo: null, ios: null, android: null, title: null,
  });
  assert.deepEqual([cleared.expiresAt, cleared.password, cleared.geo, cleared.ios], [null, null, null, null]);
}

export async function manyLinks() {
  const tenantId = unique('tenant');
  const taken = unique('taken');
  await link({ key: taken });
  const made = await dub.links.createMany([
    ...[1, 2, 3, 4, 5].map((n) => ({ url: `https://shop.example/${n}`, tenantId, externalId: unique('bulk') })),
    { url: 'https://shop.example/', tenantId, key: taken },
  ]);
  assert.equal(made.length, 6);
  assert.equal(made.filter((row) => 'shortLink' in row).length, 5);
  assert.equal(made[5].code, 'conflict');

  const ids = made.slice(0, 5).map((row) => row.id);
  assert.equal(await dub.links.count({ tenantId }), 5);
  const listed = await all(dub.links.list({ tenantId, pageSize: 2 }));
  assert.deepEqual(listed.map((row) => row.id).sort(), [...ids].sort());
  assert.equal((await dub.links.list({ tenantId })).result.length, 5);
  assert.ok((await dub.links.list()).result.length > 0);

  const changed = await dub.links.updateMany({ linkIds: ids.slice(0, 2), data: { comments: 'together', utmSource: 'x' } });
  assert.deepEqual(changed.map((row) => row.comments), ['together', 'together']);
  assert.deepEqual(await dub.links.deleteMany({ linkIds: ids }), { deletedCount: 5 });
  assert.equal(await dub.links.count({ tenantId }), 0);
}

export async function tags() {
  const name = unique('tag');
  const tag = await dub.tags.create({ name, color: 'blue' });
  assert.deepEqual([tag.name, tag.color], [name, 'blue']);
  const tagged = await link({ tagIds: [tag.id], tenantId: name });
  assert.deepEqual(tagged.tags.map((row) => row.id), [tag.id]);
  assert.equal((await link({ tagNames: name, tenantId: name })).tags[0].id, tag.id);
  assert.equal(await dub.links.count({ tagIds: [tag.id] }), 2);
  assert.equal(await dub.links.count({ tagNames: [name] }), 2);
  assert.equal((await dub.links.list({ tagIds: [tag.id], pageSize: 100 })).result.length, 2);

  assert.equal((await dub.tags.update(tag.id, { color: 'pink' })).color, 'pink');
  const found = await all(dub.tags.list({ search: name, pageSize: 1 }));
  assert.deepEqual(found.map((row) => row.id), [tag.id]);
  assert.deepEqual(await dub.tags.delete(tag.id), { id: tag.id });
}

export async function folders() {
  const name = unique('folder');
  const folder = await dub.folders.create({ name });
  assert.equal(folder.name, name);
  const kept = await link({ folderId: folder.id });
  assert.equal(kept.folderId, folder.id);
  assert.equal(await dub.links.count({ folderId: folder.id }), 1);
  assert.equal((await dub.folders.update(folder.id, { name: `${name}x` })).name, `${name}x`);
  const found = await all(dub.folders.list({ search: name }));
  assert.deepEqual(found.map((row) => row.id), [folder.id]);
  assert.deepEqual(await dub.folders.delete(folder.id), { id: folder.id });
  assert.equal((await dub.links.get({ linkId: kept.id })).folderId, null);
}

export async function domains() {
  const slug = `${unique('go')}.example.com`;
  const domain = await dub.domains.create({ slug });
  assert.deepEqual([domain.slug, domain.archived], [slug, false]);
  assert.equal((await dub.domains.update(slug, { expiredUrl: 'https://shop.example/over' })).expiredUrl,
    'https://shop.example/over');
  const found = await all(dub.domains.list({ search: slug }));
  assert.deepEqual(found.map((row) => row.slug), [slug]);
  assert.deepEqual(await dub.domains.delete(slug), { slug });
}

export async function qrCodes() {
  const { shortLink } = await link();
  const picture = await dub.qrCodes.get({ url: shortLink });
  assert.equal(picture.slice(1, 4), 'PNG');
  assert.equal((await dub.qrCodes.get({ url: shortLink, size: 300, level: 'H', fgColor: '#112233' })).slice(1, 4), 'PNG');
  const { qrCode } = await link();
  const response = await fetch(qrCode.replace(/^https?:\/\/[^/]+/, server));
  assert.equal(response.headers.get('content-type'), 'image/png');
}
