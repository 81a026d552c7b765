/** The figures inside the server: cells and what is not in them yet, against what happened. */
package org.conversions.statistics;
