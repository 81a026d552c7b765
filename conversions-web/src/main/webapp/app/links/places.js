import { call } from '../api.js';

const PAGE_SIZE = 100;

/** Everything that links are sorted by: the tags, folders and domains of the workspace. */
export async function places() {
  const [tags, folders, domains] = await Promise.all([all('/tags'), all('/folders'), all('/domains?archived=true')]);
  return { tags, folders: folders.sort((a, b) => a.name.localeCompare(b.name)), domains };
}

/** All pages of a list of the API that has a page's worth or, rarely, a few of them. */
export async function all(path) {
  const found = [];
  for (let page = 1; ; page += 1) {
    const more = await call('GET', `${path}${path.includes('?') ? '&' : '?'}pageSize=${PAGE_SIZE}&page=${page}`);
    found.push(...more);
    if (more.length < PAGE_SIZE) {
      return found;
    }
  }
}

/** The server's own domain, where these pages are too. */
export function ownDomain() {
  return location.host;
}
