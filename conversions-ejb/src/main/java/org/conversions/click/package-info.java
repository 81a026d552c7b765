/**
 * Clicks: what is kept of the visits of links, by which clicks are found again. A click that has been answered is in the
 * database. Its way there: {@code click.visit}, {@code click.redirect} and {@code click.recorder}.
 */
package org.conversions.click;
