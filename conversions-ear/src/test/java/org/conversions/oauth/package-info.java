/** Apps that ask people for rights by OAuth: the protocol as its standards have it, and what ends a grant. */
package org.conversions.oauth;
