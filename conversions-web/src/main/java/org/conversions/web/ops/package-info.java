/** Answers for an operator's tools: whether this node is fit for work, and how much work is waiting. */
package org.conversions.web.ops;
