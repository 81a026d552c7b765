/**
 * Answers about the whole: analytics, the feed of conversion events, lists sorted by figures. It reads what other rooms
 * have written, and changes nothing.
 */
package org.conversions.report;
