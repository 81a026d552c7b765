package org.conversions.web.track;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Workspaces;

/** Checks which pages may report to a workspace, and what. */
@ApplicationScoped
class AllowedSites {

    @Inject
    private Workspaces workspaces;

    /** @throws RequestRefused forbidden when the workspace has a list of sites and the page is of none of them */
    void check(WorkspaceId workspaceId, HttpHeaders headers) {
        if (!workspaces.get(workspaceId).allowedHostnames()
                .allows(headers.getHeaderString("Origin"), headers.getHeaderString("Referer"))) {
            throw RequestRefused.forbidden("site_not_allowed",
                    "This site is not one of the workspace's allowedHostnames,"
                    + " which PATCH /api/workspace changes.");
        }
    }

    /** @throws RequestRefused forbidden when a page may not report sales */
    void checkSales(WorkspaceId workspaceId) {
        if (!workspaces.get(workspaceId).clientSales()) {
            throw RequestRefused.forbidden("client_sales_not_allowed",
                    "Pages may not tell of sales, because every visitor could make some up."
                    + " PATCH /api/workspace with {\"clientSales\":true} allows it; or tell them from your server"
                    + " with POST /api/track/sale.");
        }
    }
}
