package org.conversions.workspace;

import java.util.List;

/**
 * A change of the settings of a workspace, as the caller wrote it; null leaves a setting as it is.
 *
 * @param allowedHostnames replaces the whole list; an empty one allows every site
 * @param plan             is refused: it is the operator's to set
 */
public record WorkspaceChange(String currency, String vocabulary, String attributionModel,
                              Integer attributionWindowDays, String timezone, List<String> allowedHostnames,
                              Boolean clientSales, String plan, String name) {

    public WorkspaceChange(String currency, String vocabulary, String attributionModel, Integer attributionWindowDays,
                           String timezone, List<String> allowedHostnames, Boolean clientSales) {
        this(currency, vocabulary, attributionModel, attributionWindowDays, timezone, allowedHostnames, clientSales, null, null);
    }
}
