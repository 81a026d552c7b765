/** The browser script on pages of a shop, in Chromium: what is remembered, reported and passed on. */
package org.conversions.browser;
