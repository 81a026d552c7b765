/**
 * The page that a merchant's site embeds, on which a partner sees links and earnings. It is opened by a token that the
 * site's server asks for; what the page itself needs is authorised by that token alone.
 */
package org.conversions.web.embed;
