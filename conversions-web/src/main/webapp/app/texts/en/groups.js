/** The texts of groups of partners. */
import { plural } from '../../format.js';

export default {
  title: 'Groups',
  lead: 'Partners of a group have the same rewards, wait the same time for their money, and have links of the same kind.',
  add: 'Create a group',
  columns: { name: 'Name', partners: 'Partners', holding: 'Holding period', links: 'Links of a partner at most', actions: 'Actions' },
  isDefault: 'Default',
  days: (number) => (number ? plural(number, 'day') : 'None'),
  holding: 'Holding period',
  holdingHint: 'A commission is paid after that. One that is made already keeps its day.',
  urls: 'First links',
  urlsHint: 'Each new partner gets a link to each of these, at most five. Left empty: to the address of the program.',
  hosts: 'Sites that links may lead to',
  hostsHint: 'Such as example.com or *.example.com. Left empty: all.',
  autoApprove: 'Who applies is in at once',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'The group is saved.',
  edit: 'Edit',
  remove: 'Delete',
  removeTitle: (name) => `Delete the group ${name}?`,
  removeText: 'Its partners go into the default group, and its rewards end. What was earned stays.',
  removed: 'The group is deleted.',
};
