/** The partners' portal: who comes in, what is seen there, and what can be changed. */
package org.conversions.portal;
