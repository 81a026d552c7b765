/**
 * The pages of this server: their files, held in memory and compressed once, under an address that changes with them, and
 * the policy that browsers keep to while one of them is open.
 */
package org.conversions.web.page;
