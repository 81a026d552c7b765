/**
 * The live stream: every click, lead, sale, refund, commission and lost customer of a workspace, in the order in which readers
 * can be told of them, each exactly once.
 *
 * <p><b>Notes.</b> A transaction that brings any of these writes one row more, just before its commit ({@link
 * org.conversions.report.stream.StreamNotes}): the ids of what it brought, of all workspaces. The clicks that share a commit
 * share the row, so nothing is done click by click. A node looks for new rows ten times a second, by the primary key and while
 * anybody reads the stream, and then reads what they name, for the workspaces that somebody reads. What is told is as it is
 * then: names are current, and what is gone again is not told.
 *
 * <p><b>Order.</b> Rows get ascending numbers from the database, but before they are committed: 8 may be there while 7 is still
 * to come, or was rolled back. To go on after the greatest number would lose 7; to look back by time would make each look as
 * long as the busiest minutes were. So a position ({@link org.conversions.report.stream.StreamPosition}) is the greatest number
 * that was seen and the gaps below it: the set of all rows that were seen, written short. A look asks for the rows after the
 * greatest number and for those of the gaps, both by the primary key. A row that is in the set is never told again, and every
 * committed row gets into it: a number is given in the order of the requests for one, so that a row which a look did not see
 * is above the greatest number or in a gap. In an event's id stands the position behind the event, and of a row with several
 * events how many of them were told. The set is the same whichever node or start of the server reads it, so a reader goes on
 * with it anywhere: what is in the node's position and not in the reader's is read and told first, and then both are the same.
 * That look begins after the reader has come and goes into all gaps, so it has seen what any other node has told the reader. On the embedded database
 * what a look found is brought onto the disk before it is told, so that no power cut gives its numbers to other rows; and a
 * position names the time of its greatest row, so that a database from a backup, which gives the numbers again, is noticed.
 *
 * <p><b>Gaps.</b> A rolled back transaction leaves a gap for ever. A node gives a gap up when it has looked for it for {@link
 * org.conversions.report.stream.StreamTail#LATE_MAX}. The row is written when the transaction has nothing left but to write
 * what others have gathered, and to commit: on MySQL a session that waits for a lock gives up after five seconds, one whose
 * node stands still is ended after thirty, and an answer that takes a minute is none (see MySqlParameters); the embedded
 * database waits for a lock for two seconds, and stands still together with its only node, whose looks are what is counted. A
 * position holds {@link org.conversions.report.stream.StreamPosition#GAPS_MAX} gaps; if ever more are open at once, as on a
 * cluster that gives each of its servers only some of the numbers, the oldest are given up, and a commit that takes longer than
 * so many others can be missed.
 *
 * <p><b>What is not told.</b> Visits that do not count. Corrections: a lead or sale that turns out to be of another link,
 * customer or amount was told when it was recorded. A customer who was won back. Of very many clicks at once only the newest,
 * with the number of the others. Clicks that come from the journal of a node are told when they come to the database, with the
 * time at which they were made. Who was away for more than an hour, or has missed some thousand rows, is told to load anew.
 */
package org.conversions.report.stream;
