/** The products that a sale is of: what its lines say, the part that each product has of it, and what they are called. */
package org.conversions.sale.product;
