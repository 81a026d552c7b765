/** The texts of an address that no page has. */
export default {
  title: 'Not found',
  noPage: 'There is no such page',
  detail: 'The address may be mistyped, or what was here has moved.',
  toStart: 'Go to the start page',
};
