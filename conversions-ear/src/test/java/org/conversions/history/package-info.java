/** What concurrent clients did and saw, and whether it could have happened in one order, one thing after the other. */
package org.conversions.history;
