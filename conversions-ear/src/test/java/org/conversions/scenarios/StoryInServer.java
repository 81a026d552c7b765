package org.conversions.scenarios;

/** A buyer's story inside the server: who the buyer is, and the click on a partner's link. */
record StoryInServer(StripeBuyer buyer, String linkId, String partnerId, String clickId) {
}
