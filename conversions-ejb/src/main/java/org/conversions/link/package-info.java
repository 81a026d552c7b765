/**
 * Short links: what a merchant says a link is, where it may lead, and who is credited by it. A link may belong to a
 * partner; what a partner is, other rooms know.
 */
package org.conversions.link;
