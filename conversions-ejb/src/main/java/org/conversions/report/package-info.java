/**
 * Answers about the whole: analytics and the feed of conversion events. It reads what other rooms have written, and so do
 * the rooms below it. Of theirs they change nothing but figures, which they have made again from what happened.
 */
package org.conversions.report;
