/** What a redirect reads: the links and domains of all workspaces, in memory, each as it was at its last change. */
package org.conversions.link.directory;
