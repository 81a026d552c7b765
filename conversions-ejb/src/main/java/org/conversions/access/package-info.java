/** Rights: API keys with their kinds, modes and scopes, and the operator's token. */
package org.conversions.access;
