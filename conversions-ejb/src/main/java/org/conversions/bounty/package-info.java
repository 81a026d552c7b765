/**
 * Bounties: what a merchant promises partners for something beside sales. A performance bounty is earned by figures, a submission
 * bounty by proof that a partner hands in. The merchant approves each submission, which gives the partner a custom commission, or
 * rejects it; both once.
 */
package org.conversions.bounty;
