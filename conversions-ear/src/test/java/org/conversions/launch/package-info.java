/** How the executable jar starts. */
package org.conversions.launch;
