/**
 * @param {object} link as the API shows it
 * @returns {('archived'|'disabled'|'expired'|'password'|'test')[]} what is special about it at this moment
 */
export function statesOf(link, now = Date.now()) {
  return [
    link.archived && 'archived',
    link.disabledAt && 'disabled',
    link.expiresAt && new Date(link.expiresAt) <= now && 'expired',
    link.password && 'password',
    link.testVariants && new Date(link.testCompletedAt) > now && 'test',
  ].filter(Boolean);
}

/** @returns {string} an address without its scheme, as people read it */
export function bare(address) {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}
