/** Amounts in minor units and exact shares of them. Pure: depends on nothing and is rounded once, half up. */
package org.conversions.money;
