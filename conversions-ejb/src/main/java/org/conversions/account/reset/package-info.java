/** Links by which people who have lost their password set another one. */
package org.conversions.account.reset;
