/** Tables that a database server keeps in a part of their own for each month, so that old months go without reading a row. */
package org.conversions.platform.partition;
