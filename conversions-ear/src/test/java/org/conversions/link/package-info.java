/** Links within the server. */
package org.conversions.link;
