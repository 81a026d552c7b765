/**
 * Attribution: the click that a lead or a sale goes back to, and the reason. It follows from all the clicks that are known, in whatever
 * order they became known.
 */
package org.conversions.attribution;
