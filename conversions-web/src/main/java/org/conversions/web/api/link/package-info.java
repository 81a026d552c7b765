/** Links as the API takes and gives them, in the shapes that published clients expect: one by one and many at once. */
package org.conversions.web.api.link;
