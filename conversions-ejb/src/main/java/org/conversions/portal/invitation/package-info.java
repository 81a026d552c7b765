/** Invitations of people to join a partner. */
package org.conversions.portal.invitation;
