/** Exchange rates inside the server: what a sale is told that its amount was worth. */
package org.conversions.exchange;
