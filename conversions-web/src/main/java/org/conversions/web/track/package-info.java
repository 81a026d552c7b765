/** What a merchant's own server tells: leads. */
package org.conversions.web.track;
