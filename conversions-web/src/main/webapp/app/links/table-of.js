import { write } from '../csv.js';

const HEADER = ['id', 'domain', 'key', 'shortLink', 'url', 'tags', 'folder', 'clicks', 'leads', 'sales', 'saleAmount', 'currency', 'archived', 'createdAt'];

/**
 * Links as CSV, with the columns named as the API and the import name them. Amounts are minor units.
 *
 * @param {object[]} links as the API shows them
 */
export function tableOf(links, folders, currency) {
  return write(HEADER, links.map((link) => [link.id, link.domain, link.key, link.shortLink, link.url, link.tags.map(({ name }) => name).join(', '),
    folders.find(({ id }) => id === link.folderId)?.name ?? '', link.clicks, link.leads, link.sales, link.saleAmount, currency, link.archived,
    new Date(link.createdAt)]));
}
