import { country } from '../components/places.js';
import { words } from '../format.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('overview/overview');

const UNKNOWN = 'Unknown';
const DIRECT = '(direct)';
const NOT_NAMED = '(not named)';

/**
 * The cards of breakdowns, each with its splits: the API's grouping, and the fields of a row that become filters; and with the
 * figures that it has, unless it has all.
 */
export const CARDS = [
  { key: 'links', splits: [split('top_links', { linkId: 'link' }), split('top_urls', { url: 'url' }), split('top_domains', { domain: 'domain' }), split('top_folders', { folderId: 'folderId' }), split('top_link_tags', { tagId: 'tagId' })] },
  { key: 'partners', splits: [split('top_partners', { partnerId: 'partnerId' })] },
  { key: 'products', figures: ['revenue', 'sales'], splits: [split('products', { productId: 'productId' })] },
  { key: 'places', splits: [split('countries', { country: 'country' }), split('regions', { country: 'country', region: 'region' }), split('cities', { country: 'country', region: 'region', city: 'city' }), split('continents', { continent: 'continent' })] },
  { key: 'devices', splits: [split('devices', { device: 'device' }), split('browsers', { browser: 'browser' }), split('os', { os: 'os' }), split('triggers', { trigger: 'trigger' })] },
  { key: 'sources', splits: [split('referers', { referer: 'referer' }), split('referer_urls', { refererUrl: 'refererUrl' }), split('utm_sources', { utm_source: 'utm_source' }), split('utm_mediums', { utm_medium: 'utm_medium' }), split('utm_campaigns', { utm_campaign: 'utm_campaign' }), split('utm_terms', { utm_term: 'utm_term' }), split('utm_contents', { utm_content: 'utm_content' })] },
];

/** What is shown to the team only: partners are people, and a whole address may have anything in it. */
const HIDDEN_IN_SHARES = ['top_partners', 'top_urls', 'referer_urls'];

/** @returns {object[]} the cards that a share shows */
export function withoutHidden(cards) {
  return cards.map((card) => ({ ...card, splits: card.splits.filter(({ groupBy }) => !HIDDEN_IN_SHARES.includes(groupBy)) }))
    .filter(({ splits }) => splits.length);
}

/** @returns {string} the figure that a card shows where another one is drawn that it does not have */
export function figureShown({ figures }, figure, money) {
  return !figures || figures.includes(figure) ? figure : figures.find((name) => money || name !== 'revenue');
}

function split(groupBy, fields) {
  return { groupBy, fields };
}

/** @returns {Record<string, string>} what to filter by, to see a row's part only */
export function filtersOf({ fields }, row) {
  return Object.fromEntries(Object.entries(fields).map(([filter, field]) => [filter, row[field]]));
}

/** @returns {string} a row's name as people call it */
export function nameOf(groupBy, row) {
  switch (groupBy) {
    case 'top_links': return row.domain ? `${row.domain}/${row.key === '_root' ? '' : row.key}` : row.link;
    case 'top_urls': return row.url.replace(/^https?:\/\//, '');
    case 'top_folders': return row.folder?.name ?? row.folderId;
    case 'top_link_tags': return row.tag?.name ?? row.tagId;
    case 'top_partners': return row.partner?.name ?? row.partnerId;
    case 'products': return row.product?.name ?? product(row.productId);
    case 'countries': return place(row.country);
    case 'regions': return [known(row.region), place(row.country)].join(', ');
    case 'cities': return [known(row.city), place(row.country)].join(', ');
    case 'continents': return texts.continents[row.continent] ?? row.continent;
    case 'triggers': return texts.triggers[row.trigger] ?? words(row.trigger);
    case 'referers': return row.referer === DIRECT ? texts.direct : row.referer;
    case 'referer_urls': return row.refererUrl === DIRECT ? texts.direct : row.refererUrl;
    case 'devices': return texts.devices[row.device] ?? known(row.device);
    default: return known(Object.entries(row).find(([, value]) => typeof value === 'string')?.[1] ?? '');
  }
}

/** @returns {string} the value of a filter as people call it; names: those that rows have told */
export function filterText(filter, value, names) {
  const plain = value.replace(/^-/, '');
  const said = plain.split(',').map((one) => names.get(`${filter} ${one}`) ?? ({
    country: place, continent: (code) => texts.continents[code] ?? code, trigger: (code) => texts.triggers[code] ?? code,
    device: (code) => texts.devices[code] ?? known(code), referer: (text) => (text === DIRECT ? texts.direct : text),
    productId: product, saleType: (type) => texts.saleTypes[type] ?? type,
  }[filter] ?? known)(one));
  return said.join(', ');
}

function known(text) {
  return text === UNKNOWN ? texts.unknown : text;
}

function product(id) {
  return id === NOT_NAMED ? texts.notNamed : id;
}

function place(code) {
  return code === UNKNOWN ? texts.unknown : country(code);
}
