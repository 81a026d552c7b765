/** The settings of a program that are about its partners' portal and the embedded page. */
package org.conversions.portal.program;
