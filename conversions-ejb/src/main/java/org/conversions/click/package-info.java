/**
 * Clicks: which visits count, what is kept of them, the id that is passed on, the address a visitor is sent to, and the
 * recorder that lets many clicks share one commit. A click that has been answered is in the database.
 */
package org.conversions.click;
