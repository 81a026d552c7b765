/** Short links as a visitor's browser, a program and a prankster meet them. */
package org.conversions.redirect;
