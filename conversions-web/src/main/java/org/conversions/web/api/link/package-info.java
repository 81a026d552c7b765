/**
 * Links as the API takes and gives them, in the shapes that published clients expect: one by one, many at once, and the
 * tags, folders and domains that they are sorted by.
 */
package org.conversions.web.api.link;
