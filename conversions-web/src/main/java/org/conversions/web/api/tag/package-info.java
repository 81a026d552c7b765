/** The tags that the caller's links are sorted by. */
package org.conversions.web.api.tag;
