/** The partner's view of a program: the token of the embedded page, and what it opens. */
package org.conversions.portal;
