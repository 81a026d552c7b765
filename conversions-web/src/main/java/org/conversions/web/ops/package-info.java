/** What an operator's tools ask: is this node fit for work, and how much work is waiting. */
package org.conversions.web.ops;
