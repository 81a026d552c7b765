/**
 * OAuth's own addresses, in OAuth's own words: what apps post as a form and how they are answered, the description of this
 * authorization server, and the page on which a person is asked.
 */
package org.conversions.web.oauth;
