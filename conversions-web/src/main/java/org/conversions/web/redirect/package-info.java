/** The hottest path: a short link is clicked, and the visitor is redirected as soon as the click is in the database. */
package org.conversions.web.redirect;
