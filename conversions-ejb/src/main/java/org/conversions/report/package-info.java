/**
 * Answers about the whole: analytics, the feed of conversion events, lists sorted by figures. It reads what other rooms
 * have written. Of theirs it changes nothing but cells, which it has made again from what happened.
 */
package org.conversions.report;
