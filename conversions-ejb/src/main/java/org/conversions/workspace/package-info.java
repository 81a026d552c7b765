/**
 * Who uses this server and by what right: the workspace with its settings, its members, its API keys, and the first
 * start that makes them. Everything else belongs to exactly one workspace.
 */
package org.conversions.workspace;
