/** The links and domains that a redirect reads: those of all workspaces, in memory, each as it was at its last change. */
package org.conversions.link.directory;
