/**
 * Chromium: the browser script on pages of a shop, with what is remembered, reported and passed on, and the pages of this
 * server.
 */
package org.conversions.browser;
