/** The texts of a shared view. */
export default {
  gone: 'There is nothing here',
  goneText: 'This address has expired, or never existed. Ask whoever sent it for another.',
  locked: 'This view has a password',
  password: 'Password',
  open: 'Open',
  by: (workspace) => `Shared by ${workspace}`,
};
