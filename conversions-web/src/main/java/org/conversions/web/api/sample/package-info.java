/** The sample month of a workspace that wants to see the product with something in it. */
package org.conversions.web.api.sample;
