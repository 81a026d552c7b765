/** Where a visitor is sent: the rules of the link, and the address with the click id in it. */
package org.conversions.click.redirect;
