/**
 * The one place where an exception becomes an HTTP answer: always the same JSON, never a stack trace and never a page
 * of the server.
 */
package org.conversions.web.error;
