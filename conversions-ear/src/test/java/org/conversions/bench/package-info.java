/** Rates of the two roads, measured against the real server beside an empty servlet. Run by the profile bench. */
package org.conversions.bench;
