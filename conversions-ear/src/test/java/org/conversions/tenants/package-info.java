/** What one workspace can see of another: nothing. */
package org.conversions.tenants;
