/** The domains of the caller's workspace, and the DNS records that prove them. */
package org.conversions.web.api.domain;
