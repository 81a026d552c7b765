/** Exchange rates inside the server: the worth that a sale learns of its amount. */
package org.conversions.exchange;
