/** The set-up of a server that has no workspace yet: what the page /app/setup/ calls. */
package org.conversions.web.api.setup;
