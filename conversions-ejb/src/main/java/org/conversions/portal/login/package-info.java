/** Mailed links by which the people of partners sign in without their password. */
package org.conversions.portal.login;
