/**
 * The recorder of clicks, by which many share one commit: at once into the database, or into a journal while that takes none. A
 * visitor who comes again within the hour, and more visits than count, are known here.
 */
package org.conversions.click.recorder;
