/** Bodies of requests: read within bounds, taken apart by type, and compared with the fields that their operation knows. */
package org.conversions.web.api.body;
