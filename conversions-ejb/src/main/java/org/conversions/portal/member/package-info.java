/** The people of partners: which person sees which partner's world, and with what role. */
package org.conversions.portal.member;
