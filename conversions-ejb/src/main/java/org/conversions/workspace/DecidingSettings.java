package org.conversions.workspace;

/**
 * The settings that decide what a sale or a lead is credited with, and in which currency. Each is decided by those that were in force at its own
 * time, whenever it becomes known: see {@link WorkspaceView#decidingAt}.
 *
 * @param currency what is earned by it is earned in: usd
 */
public record DecidingSettings(AttributionModel attributionModel, boolean paymentLinkLeadRewards, boolean customerLeadRewards,
                               String currency) {
}
