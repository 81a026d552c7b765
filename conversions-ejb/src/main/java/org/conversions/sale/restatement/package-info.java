/**
 * Work that goes through the sales of a workspace when the money of them is to be stated anew: in another currency, or at a
 * rate that came late. {@link org.conversions.sale.SaleCurrency} states each of them.
 */
package org.conversions.sale.restatement;
