/** The names that a workspace writes towards browsers and Stripe, by its vocabulary. */
const NAMES = {
  dub: {
    marker: 'dub_client_reference_id=1',
    clickCookie: 'dub_id',
    externalId: 'dubCustomerExternalId',
    clickId: 'dubClickId',
    analytics: 'dubAnalytics',
  },
  codeqr: {
    marker: 'codeqr_client_reference_id=1',
    clickCookie: 'cq_id',
    externalId: 'codeqrCustomerId',
    clickId: 'codeqrClickId',
    analytics: 'codeqrAnalytics',
  },
};

/** @param {string} vocabulary of the workspace */
export function namesOf(vocabulary) {
  return NAMES[vocabulary] ?? NAMES.dub;
}
