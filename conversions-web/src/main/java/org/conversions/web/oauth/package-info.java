/**
 * OAuth's own addresses, in OAuth's own words: what apps post as a form and how they are answered, and the description of
 * this authorization server.
 */
package org.conversions.web.oauth;
