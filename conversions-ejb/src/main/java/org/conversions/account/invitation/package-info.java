/** Invitations to join a workspace. */
package org.conversions.account.invitation;
