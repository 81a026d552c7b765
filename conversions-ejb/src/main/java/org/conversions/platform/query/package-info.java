/** The machinery of lists: conditions of which only those are written that are asked for, cursors, and columns of native queries. */
package org.conversions.platform.query;
