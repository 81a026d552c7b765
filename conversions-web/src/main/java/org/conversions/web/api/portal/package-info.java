/** The partners' portal: what the people of a partner see and do. */
package org.conversions.web.api.portal;
