/** Published clients, let loose on this server: the packages of {@code src/test/node}, run by Node.js. */
package org.conversions.node;
