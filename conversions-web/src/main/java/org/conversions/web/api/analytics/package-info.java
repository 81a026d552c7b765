/** Figures and the events behind them, in the shapes that published clients read. */
package org.conversions.web.api.analytics;
