/** The areas that keys and apps can be let into, one by one, as people call them. */
export const SCOPE_AREAS = [
  { area: 'links', text: 'Links' },
  { area: 'tags', text: 'Tags' },
  { area: 'folders', text: 'Folders' },
  { area: 'domains', text: 'Domains' },
  { area: 'customers', text: 'Customers' },
  { area: 'conversions', text: 'Leads and sales' },
  { area: 'analytics', text: 'Figures and events', readOnly: true },
  { area: 'partners', text: 'Partners and rewards' },
  { area: 'commissions', text: 'Commissions' },
  { area: 'stripe', text: 'Stripe' },
  { area: 'workspaces', text: 'Workspace settings' },
];

/**
 * @param {'all'|'read'|'some'} reach
 * @param {(area: string) => string|null} chosen read, write or nothing for an area
 * @returns {string[]} the scopes; empty when some areas were to be chosen and none was
 */
export function scopesOf(reach, chosen) {
  if (reach !== 'some') {
    return [reach === 'all' ? 'apis.all' : 'apis.read'];
  }
  return SCOPE_AREAS.map(({ area }) => ({ area, right: chosen(area) })).filter(({ right }) => right).map(({ area, right }) => `${area}.${right}`);
}

/** @returns {string} such as "Links: read and write" */
export function scopeText(scope) {
  const [area, right] = scope.split('.');
  const known = SCOPE_AREAS.find((candidate) => candidate.area === area);
  return known ? `${known.text}: ${right === 'write' ? 'read and write' : 'read'}` : scope;
}
