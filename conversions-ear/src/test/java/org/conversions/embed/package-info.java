/** The page that the sites of merchants embed. */
package org.conversions.embed;
