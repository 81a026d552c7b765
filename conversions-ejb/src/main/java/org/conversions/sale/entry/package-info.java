/**
 * The arithmetic of the money of a sale: what its entries come to, what they lack, and what they are in another currency. Pure.
 */
package org.conversions.sale.entry;
