/** The ids of rows, a type for each, so that no two can be mistaken for each other. In a column, in JSON and in the API an id is its text. */
package org.conversions.platform.id;
