/** The caller's own workspace: its settings and its API keys. */
package org.conversions.web.api.workspace;
