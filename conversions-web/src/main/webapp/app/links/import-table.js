import { parse, unguarded } from '../csv.js';
import { isWeb } from './address.js';
import { keyProblem } from './key.js';

/** The fields of a link that a column can be, by the names that tables have for them, without case and signs. */
const NAMES = {
  url: ['url', 'destination', 'destinationurl', 'longurl', 'target', 'ziel', 'zieladresse'],
  key: ['key', 'slug', 'backhalf', 'schlüssel'],
  domain: ['domain'],
  tagNames: ['tags', 'tag', 'tagnames', 'schlagwörter'],
  folder: ['folder', 'foldername', 'ordner'],
  comments: ['comments', 'comment', 'note', 'notes', 'notiz'],
  title: ['title', 'titel'],
  description: ['description', 'beschreibung'],
  image: ['image', 'picture', 'bild'],
  trackConversion: ['trackconversion', 'trackconversions', 'conversiontracking'],
  externalId: ['externalid'],
  tenantId: ['tenantid'],
  partnerId: ['partnerid'],
  expiresAt: ['expiresat', 'expires', 'expiry'],
  expiredUrl: ['expiredurl'],
  password: ['password', 'passwort'],
  ios: ['ios'],
  android: ['android'],
  archived: ['archived', 'archiviert'],
  utm_source: ['utmsource'],
  utm_medium: ['utmmedium'],
  utm_campaign: ['utmcampaign'],
  utm_term: ['utmterm'],
  utm_content: ['utmcontent'],
};
const FLAGS = { true: true, yes: true, 1: true, ja: true, x: true, false: false, no: false, 0: false, nein: false };
const WEB = ['url', 'image', 'expiredUrl', 'ios', 'android'];

/** @returns {string|null} the field that a column is by its header */
export function fieldOf(header) {
  const name = unguarded(header).toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return Object.keys(NAMES).find((field) => NAMES[field].includes(name)) ?? null;
}

/**
 * Reads a table of links, with all that can be seen to be wrong before anything is sent.
 *
 * @param {string} text CSV, its first row the names of the columns
 * @param {{tags: {name: string}[], folders: {id: string, name: string}[], domains: {slug: string, verified: boolean}[]}} places
 * @param {string} own the server's own domain
 * @returns {{header: string[], fields: (string|null)[], rows: {line: number, cells: string[], link: object,
 *   problems: {code: string, value?: string}[]}[]}} fields: of each column, null for one that says nothing here
 */
export function readTable(text, places, own) {
  const [head, ...body] = parse(text);
  const header = head?.cells ?? [];
  const fields = header.map(fieldOf).map((field, at, all) => (all.indexOf(field) === at ? field : null));
  const taken = new Map();
  const rows = body.map(({ line, cells }) => {
    const values = Object.fromEntries(fields.flatMap((field, at) => {
      const value = unguarded((cells[at] ?? '').trim());
      return field && value ? [[field, value]] : [];
    }));
    const row = { line, cells, ...linkOf(values, places, own) };
    const address = values.key && `${values.domain?.toLowerCase() ?? ''}/${values.key.normalize('NFC')}`;
    if (address && taken.has(address)) {
      row.problems.push({ code: 'keyTwice', value: String(taken.get(address)) });
    } else if (address) {
      taken.set(address, line);
    }
    return row;
  });
  return { header, fields, rows };
}

/** The tags and folders that rows name and that are not there. */
export function missing(rows) {
  const named = (code) => [...new Map(rows.flatMap(({ problems }) => problems).filter((problem) => problem.code === code)
    .map(({ value }) => [value.toLowerCase(), value])).values()];
  return { tags: named('tagUnknown'), folders: named('folderUnknown') };
}

function linkOf(values, { tags, folders, domains }, own) {
  const problems = [];
  const link = {};
  if (!values.url) {
    problems.push({ code: 'urlMissing' });
  }
  Object.entries(values).forEach(([field, value]) => {
    if (WEB.includes(field) && !isWeb(value)) {
      problems.push({ code: 'addressMalformed', value });
    } else if (field === 'key' && keyProblem(value)) {
      problems.push({ code: keyProblem(value) === 'reserved' ? 'keyReserved' : 'keyMalformed', value });
    } else if (field === 'domain' && value.toLowerCase() !== own && !domains.some(({ slug, verified }) => slug === value.toLowerCase() && verified)) {
      problems.push({ code: 'domainUnknown', value });
    } else if (field === 'tagNames') {
      link.tagNames = value.split(/[,;|]/).map((name) => name.trim()).filter(Boolean);
      link.tagNames.filter((name) => !tags.some((tag) => tag.name.toLowerCase() === name.toLowerCase()))
        .forEach((name) => problems.push({ code: 'tagUnknown', value: name }));
    } else if (field === 'folder') {
      const folder = folders.find(({ id, name }) => id === value || name.toLowerCase() === value.toLowerCase());
      link.folderId = folder?.id;
      if (!folder) {
        problems.push({ code: 'folderUnknown', value });
      }
    } else if (field === 'expiresAt') {
      const at = new Date(value);
      link.expiresAt = Number.isNaN(at.getTime()) ? undefined : at.toISOString();
      if (!link.expiresAt) {
        problems.push({ code: 'timeMalformed', value });
      }
    } else if (field === 'trackConversion' || field === 'archived') {
      link[field] = FLAGS[value.toLowerCase()];
      if (link[field] === undefined) {
        problems.push({ code: 'flagMalformed', value });
      }
    } else {
      link[field] = value;
    }
  });
  return { link, problems };
}
