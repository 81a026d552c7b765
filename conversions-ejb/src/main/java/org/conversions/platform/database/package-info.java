/**
 * The one data source, {@code java:app/jdbc/conversions}, and the migrations that keep its schema up to date. Which
 * database it is, the embedded one or MySQL, follows from {@code conversions.datasource.url} alone.
 */
package org.conversions.platform.database;
