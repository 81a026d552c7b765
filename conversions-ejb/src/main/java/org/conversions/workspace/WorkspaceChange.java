package org.conversions.workspace;

import java.util.List;

/**
 * A change of the settings of a workspace, as the caller wrote it; null leaves a setting as it is.
 *
 * @param allowedHostnames replaces the whole list; an empty one allows every site
 */
public record WorkspaceChange(String currency, String vocabulary, String attributionModel,
                              Integer attributionWindowDays, String timezone, List<String> allowedHostnames,
                              Boolean clientSales, String name) {
}
