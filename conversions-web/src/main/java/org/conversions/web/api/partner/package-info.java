/** Partners, their links, and the rewards of the program. */
package org.conversions.web.api.partner;
