/** The start of the server, as far as it needs no server. */
package org.conversions.launch;
