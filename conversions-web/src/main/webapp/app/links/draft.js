/** The fields that are texts in the form and in the API, empty in the one and null in the other. */
const TEXTS = ['url', 'key', 'domain', 'prefix', 'title', 'description', 'image', 'video', 'comments', 'folderId', 'expiredUrl', 'password', 'ios', 'android',
  'externalId', 'tenantId', 'partnerId'];
const FLAGS = ['trackConversion', 'archived', 'disabled', 'proxy', 'rewrite', 'doIndex'];
const TIMES = ['expiresAt', 'testStartedAt', 'testCompletedAt'];
/** The fields that only a new link can be given. */
const ONCE = ['partnerId', 'keyLength', 'prefix'];
/** The fields that belong to one link only, so that a copy begins without them. */
const OWN = ['key', 'externalId', 'password', 'disabled', 'archived'];

export const EMPTY = {
  ...Object.fromEntries([...TEXTS, ...TIMES].map((name) => [name, ''])), ...Object.fromEntries(FLAGS.map((name) => [name, false])),
  keyLength: '', tagIds: [], geo: [], testVariants: [],
};

/**
 * Makes the draft that the form shows of a link: texts, times as `datetime-local` has them in the reader's zone, countries and the
 * destinations of a test as lists.
 */
export function draftOf(link) {
  return {
    ...EMPTY,
    ...Object.fromEntries(TEXTS.map((name) => [name, link[name] ?? ''])),
    ...Object.fromEntries(TIMES.map((name) => [name, localTime(link[name])])),
    ...Object.fromEntries(FLAGS.map((name) => [name, Boolean(link[name])])),
    disabled: Boolean(link.disabledAt),
    tagIds: (link.tags ?? []).map(({ id }) => id),
    geo: Object.entries(link.geo ?? {}).map(([country, url]) => ({ country, url })),
    testVariants: (link.testVariants ?? []).map(({ url, percentage }) => ({ url, percentage: String(percentage) })),
  };
}

/** A draft like that link for another one. */
export function copyOf(link) {
  return { ...draftOf(link), ...Object.fromEntries(OWN.map((name) => [name, EMPTY[name]])) };
}

/** The draft in the words of the API: everything, with null for what is empty. */
export function fieldsOf(draft) {
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, name === 'password' ? draft[name] || null : draft[name].trim() || null])),
    ...Object.fromEntries(TIMES.map((name) => [name, draft[name] ? new Date(draft[name]).toISOString() : null])),
    ...Object.fromEntries(FLAGS.map((name) => [name, draft[name]])),
    keyLength: draft.keyLength ? Number(draft.keyLength) : null,
    tagIds: draft.tagIds,
    geo: draft.geo.some(({ country, url }) => country && url.trim())
      ? Object.fromEntries(draft.geo.filter(({ country, url }) => country && url.trim()).map(({ country, url }) => [country, url.trim()])) : null,
    testVariants: draft.testVariants.length ? draft.testVariants.map(({ url, percentage }) => ({ url: url.trim(), percentage: Number(percentage) })) : null,
  };
}

/** @returns {object} the body of the request that makes the link: what is said, and nothing that is off or empty anyway */
export function bodyOfNew(draft) {
  return Object.fromEntries(Object.entries(fieldsOf(draft)).filter(([, value]) => value !== null && value !== false && value?.length !== 0));
}

/** @returns {object} the body of the request that makes this draft of a link that was like the other: what differs */
export function bodyOfChange(draft, before) {
  const old = fieldsOf(before);
  return Object.fromEntries(Object.entries(fieldsOf(draft))
    .filter(([name, value]) => !ONCE.includes(name) && JSON.stringify(value) !== JSON.stringify(old[name])));
}

/** @returns {string} a time as `datetime-local` has it, to the minute */
export function localTime(time) {
  if (!time) {
    return '';
  }
  const at = new Date(time);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
