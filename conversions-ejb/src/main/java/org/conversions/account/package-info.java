/**
 * People and their memberships of workspaces: passwords, roles and what each allows. A person is one for the whole server,
 * with one email and one password, however many workspaces it belongs to.
 */
package org.conversions.account;
