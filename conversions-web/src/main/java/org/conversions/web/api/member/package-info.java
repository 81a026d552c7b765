/** The people of the caller's workspace, and invitations to it. */
package org.conversions.web.api.member;
