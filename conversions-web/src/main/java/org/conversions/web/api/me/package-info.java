/** A person's own account: name, email, password, sessions and second factor. */
package org.conversions.web.api.me;
