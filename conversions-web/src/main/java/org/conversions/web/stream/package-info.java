/**
 * The live stream over HTTP, as server-sent events. A request opens it and is done; the one thread of the stream writes to all
 * connections, and waits for none.
 */
package org.conversions.web.stream;
