/** Tags of links. */
package org.conversions.link.tag;
