/**
 * Which click a lead or a sale goes back to, and why. The answer follows from all the clicks that are known, in whatever
 * order they became known.
 */
package org.conversions.attribution;
