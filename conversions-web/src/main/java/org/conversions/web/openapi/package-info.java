/**
 * The description of the API, OpenAPI 3.1, at {@code /openapi}. The build reads routes, parameters and records from the
 * compiled resources; what only running code can see (which keys a resource takes, what a record leaves out or may say
 * null about) and what is the same everywhere (errors, tags, examples) is added here, once, when it is first asked for.
 */
package org.conversions.web.openapi;
