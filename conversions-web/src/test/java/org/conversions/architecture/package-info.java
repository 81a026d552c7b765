/** What the module that knows HTTP does not do. */
package org.conversions.architecture;
