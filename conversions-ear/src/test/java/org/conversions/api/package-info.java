/** The API as its clients use it, and as it must not be used. */
package org.conversions.api;
