/** Work that is due: the loop that does it, and the pauses between attempts. */
package org.conversions.platform.work;
