/** Notes on the chart and saved views. */
package org.conversions.web.api.overview;
