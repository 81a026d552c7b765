/** The browser script on pages of a shop, in Chromium: what is remembered, told and passed on. */
package org.conversions.browser;
