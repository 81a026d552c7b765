/** The folders that the caller's links are kept in. */
package org.conversions.web.api.folder;
