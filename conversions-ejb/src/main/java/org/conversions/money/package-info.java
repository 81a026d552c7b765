/**
 * Amounts in minor units, exact shares of them, and what they are worth in another currency. Pure: depends on nothing
 * and is rounded once, half up.
 */
package org.conversions.money;
