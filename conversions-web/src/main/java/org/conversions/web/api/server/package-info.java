/** Operations that need the token of this server's operator. */
package org.conversions.web.api.server;
