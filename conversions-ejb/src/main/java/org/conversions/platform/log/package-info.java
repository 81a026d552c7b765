/** What may stand in the log. */
package org.conversions.platform.log;
