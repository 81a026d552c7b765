/** A visit: what is known of the browser and of the place, and whether a person has come or a program. */
package org.conversions.click.visit;
