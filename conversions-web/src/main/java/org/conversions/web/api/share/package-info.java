/** Shares as members make them, and what those see who have their links. */
package org.conversions.web.api.share;
