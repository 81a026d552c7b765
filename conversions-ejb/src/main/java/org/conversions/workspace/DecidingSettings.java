package org.conversions.workspace;

/**
 * The settings that decide what a sale or a lead is credited with. Each is decided by those that were in force at its own
 * time, whenever it becomes known: see {@link WorkspaceView#decidingAt}.
 *
 * @param attributionModel {@code last-click} or {@code first-click}
 */
public record DecidingSettings(String attributionModel, boolean paymentLinkLeadRewards, boolean customerLeadRewards) {
}
