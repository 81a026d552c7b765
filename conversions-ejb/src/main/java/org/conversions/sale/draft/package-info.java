/** Reports of a purchase, and what is known of it when they are put together, in whatever order they come. Pure. */
package org.conversions.sale.draft;
