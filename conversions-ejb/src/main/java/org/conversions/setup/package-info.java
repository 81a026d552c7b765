/** The first start of a server, once, and workspaces that its operator adds later, with their first keys. */
package org.conversions.setup;
