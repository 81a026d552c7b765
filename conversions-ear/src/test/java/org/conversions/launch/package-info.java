/** The start of the executable jar. */
package org.conversions.launch;
