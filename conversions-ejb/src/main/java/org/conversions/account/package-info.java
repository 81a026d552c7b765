/** The people who run a workspace, and their passwords. */
package org.conversions.account;
