/** The loop that does what is due. */
package org.conversions.platform.work;
