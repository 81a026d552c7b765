/** The partner's view of a program beside the portal: the token of the embedded page, and what it opens. */
package org.conversions.portal;
