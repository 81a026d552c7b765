/**
 * Limits in memory: requests of a key and of an address, guesses of keys, and everything that needs no key and costs more
 * than an answer from memory.
 */
package org.conversions.web.limit;
