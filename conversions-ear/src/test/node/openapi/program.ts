// A typed client, generated from the description: what does not fit the types does not compile.
import createClient from 'openapi-fetch';
import type { components, paths } from './generated/api.js';

type Link = components['schemas']['Link'];

export async function run(baseUrl: string, key: string): Promise<void> {
  const api = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${key}` } });
  const word = `typed${Date.now().toString(36)}`;

  const { data: made } = await api.POST('/links', { body: { url: 'https://shop.example/', key: word, trackConversion: true } });
  const link: Link = some(made);
  const clicks: number = link.clicks;
  const title: string | null = link.title;
  same([clicks, title], [0, null]);

  const { data: changed } = await api.PATCH('/links/{id}', { params: { path: { id: link.id } }, body: { comments: 'hello' } });
  same(some(changed).comments, 'hello');

  const { data: list } = await api.GET('/links', { params: { query: { search: word, pageSize: 10 } } });
  same(some(list).map((row) => row.id), [link.id]);

  const { data: figures } = await api.GET('/analytics', { params: { query: { linkId: [link.id], interval: 'all' } } });
  same(Array.isArray(figures), false);

  const { error, response } = await api.GET('/links/{id}', { params: { path: { id: 'link_unknown' } } });
  same([response.status, error?.error.code], [404, 'not_found']);

  const { data: gone } = await api.DELETE('/links/{id}', { params: { path: { id: link.id } } });
  same(some(gone).id, link.id);

  // @ts-expect-error A link must lead somewhere.
  await api.POST('/links', { body: { key: word } });
  // @ts-expect-error There is no such address.
  await api.GET('/nothing');
}

function some<T>(data: T | undefined): T {
  if (data === undefined) {
    throw new Error('There is no answer');
  }
  return data;
}

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
  }
}
