/** The domains that short links stand on, and the DNS records that prove whose they are. */
package org.conversions.link.domain;
