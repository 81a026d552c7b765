/** Bounties and what partners hand in for them. */
package org.conversions.web.api.bounty;
