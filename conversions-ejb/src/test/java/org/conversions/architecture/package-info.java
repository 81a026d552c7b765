/** Where the packages of the business stand to each other, and what none of them does. */
package org.conversions.architecture;
