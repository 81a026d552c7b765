/**
 * Short links: what a merchant says a link is, where it may lead, how its key may look, and the directory in memory
 * from which the redirect is answered. A link may belong to a partner; what a partner is, other rooms know.
 */
package org.conversions.link;
