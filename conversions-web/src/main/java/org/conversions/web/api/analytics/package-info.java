/** Figures and the events behind them, in the shapes that published clients read (clients.md 1.6 and 1.7). */
package org.conversions.web.api.analytics;
