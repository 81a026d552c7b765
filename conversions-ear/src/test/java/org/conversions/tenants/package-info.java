/** Workspaces apart: one sees nothing of another. */
package org.conversions.tenants;
