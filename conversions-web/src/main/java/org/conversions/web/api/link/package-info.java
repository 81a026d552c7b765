/** Links as the API takes and gives them, in the shapes that published clients expect. */
package org.conversions.web.api.link;
