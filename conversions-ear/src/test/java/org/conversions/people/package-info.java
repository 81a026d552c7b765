/** People who sign in: sessions, roles, invitations, second factors, and what of it the audit trail keeps. */
package org.conversions.people;
