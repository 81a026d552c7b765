/** The sample month, as who tries the product meets it. */
package org.conversions.sample;
