/** Login and logout, and the workspace that a person works in. */
package org.conversions.web.api.session;
