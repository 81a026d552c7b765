/** Folders of links. */
package org.conversions.link.folder;
