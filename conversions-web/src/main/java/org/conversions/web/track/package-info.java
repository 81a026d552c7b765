/** What merchants' servers, and the pages and apps of their visitors, tell: clicks, visits, leads and sales. */
package org.conversions.web.track;
