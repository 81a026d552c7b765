/**
 * The doors: keys and tokens, the rights that they give, and the caller of a request. A resource is closed to everybody
 * without a secret API key unless it says otherwise by an annotation of this package.
 */
package org.conversions.web.security;
