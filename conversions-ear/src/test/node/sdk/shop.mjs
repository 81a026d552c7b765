// What every part of the scenario begins with: the client, and a visitor's clicks.
import assert from 'node:assert/strict';
import { Dub } from 'dub';
import { HTTPClient } from 'dub/lib/http.js';

const BROWSER = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

export const [server, secretKey, publishableKey] = process.argv.slice(2);

/** Every answer that a client of this process got: method, path, status, JSON. */
export const answers = [];

/** A client as a user makes one, that also keeps what it was answered. */
export function client(options) {
  const httpClient = new HTTPClient({
    fetcher: async (request) => {
      const response = await fetch(request);
      if (response.headers.get('content-type')?.startsWith('application/json')) {
        answers.push({
          method: request.method, path: new URL(request.url).pathname, status: response.status,
          json: await response.clone().json(),
        });
      }
      return response;
    },
  });
  return new Dub({ httpClient, ...options });
}

export const dub = client({ token: secretKey, serverURL: `${server}/api` });

let count = 0;

/** A word that nobody else uses. */
export function unique(word) {
  count += 1;
  return `${word}${Date.now().toString(36)}${process.pid.toString(36)}${count}`;
}

export function link(fields = {}) {
  return dub.links.create({ url: 'https://shop.example/', trackConversion: true, ...fields });
}

/** Visits a link as a new visitor. @returns the id of the click */
export async function click(link) {
  count += 1;
  const response = await fetch(new URL(new URL(link.shortLink).pathname, server), {
    redirect: 'manual',
    headers: {
      'User-Agent': BROWSER, Referer: 'https://news.example/today',
      'X-Forwarded-For': `198.51.${process.pid % 250}.${count % 250}`,
    },
  });
  const id = new URL(response.headers.get('location')).searchParams.get('dub_id');
  assert.match(id ?? '', /^[0-9A-Za-z]{16}$/, `no click id in ${response.headers.get('location')}`);
  return id;
}

/** A customer who came by a new click and signed up. */
export async function signedUp(link, fields = {}) {
  const customerExternalId = unique('buyer');
  const clickId = await click(link);
  await dub.track.lead({ clickId, eventName: 'Sign up', customerExternalId, ...fields });
  return customerExternalId;
}

/** All rows of a list, as an iterator of the SDK gives them; it must come to an end. */
export async function all(pages, rows = (page) => page.result, max = 50) {
  const list = [];
  let number = 0;
  for await (const page of await pages) {
    number += 1;
    assert.ok(number <= max, 'the iteration does not end');
    list.push(...rows(page));
  }
  return list;
}
