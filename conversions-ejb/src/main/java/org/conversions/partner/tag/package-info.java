/** The tags that a program's partners are sorted by. A partner has several of them, and keeps them in whichever group. */
package org.conversions.partner.tag;
