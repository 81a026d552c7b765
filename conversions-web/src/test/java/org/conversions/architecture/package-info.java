/** The rules of the module that knows HTTP. */
package org.conversions.architecture;
