/** Reports of merchants' servers, and of the pages and apps of their visitors: clicks, visits, leads and sales. */
package org.conversions.web.track;
