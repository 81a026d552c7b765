/** Starts and stops the real server, on a real database, for the tests of the whole. */
package org.conversions.server;
