/** What links do within the server. */
package org.conversions.link;
