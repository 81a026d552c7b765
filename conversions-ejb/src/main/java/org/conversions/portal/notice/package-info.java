/** The mails that tell partners of commissions and payouts, as far as they want them. */
package org.conversions.portal.notice;
