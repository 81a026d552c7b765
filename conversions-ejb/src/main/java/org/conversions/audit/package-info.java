/** The audit trail: who changed access or money, when, and from where. Rows are written in the transaction of the change. */
package org.conversions.audit;
