/**
 * The one data source, {@code java:app/jdbc/conversions}, and the migrations that keep its schema up to date. Which
 * database it is, the embedded one or MySQL, follows from {@code conversions.datasource.url} alone.
 *
 * <p>What is acknowledged is durable: {@link org.conversions.platform.database.DurableCommits} is asked by the group
 * commits and before each answer of success to a write. The work of the inbox and of the
 * queues, for which no client waits, is not: after a power cut it is undone as a whole, its input is still due, and it is done again.
 */
package org.conversions.platform.database;
