/** The first start of a server, before anybody has used it. */
package org.conversions.setup;
