/** Mail to people, by the operator's mail server: short texts, sent in the background after the commit of what they are about. */
package org.conversions.platform.mail;
