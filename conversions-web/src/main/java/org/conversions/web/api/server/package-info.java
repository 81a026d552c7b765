/** What only the operator of this server can do, with the operator's token. */
package org.conversions.web.api.server;
