/**
 * The application's additions to H2's own files: loaded together with it, by {@code EmbeddedDatabase} and by a class loader
 * of their own, so that it may use H2's inner classes. Nothing outside may name a class of this package.
 */
package org.conversions.platform.database.embedded;
