/** What lists have in common: conditions of which only those are written that are asked for, and cursors. */
package org.conversions.platform.query;
