/**
 * The few technical services that every room uses, named for what they do: ids, the clock, JSON, secrets at rest,
 * group commit, the data source and the queues. No business rule lives here.
 */
package org.conversions.platform;
