/** The texts of a partner's account at Stripe, as the merchant sees it. */
import { plural } from '../../../format.js';

export default {
  title: 'Account at Stripe',
  ask: 'Ask Stripe how far it is',
  none: 'There is none yet. The partner begins it in the portal, or you make a link for it here.',
  statuses: { ready: 'Ready', pending: 'Not ready' },
  due: (number) => `Stripe wants to know ${plural(number, 'more thing')} from the partner.`,
  begin: 'Begin an account',
  again: 'Make a link to go on',
  send: 'Send this to the partner now: it is good for some minutes and opens once. In the portal the partner can go on at any time.',
  link: 'Link',
};
