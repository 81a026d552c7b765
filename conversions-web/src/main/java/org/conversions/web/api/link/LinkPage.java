package org.conversions.web.api.link;

import static org.conversions.web.api.ListQuery.given;

import jakarta.ws.rs.QueryParam;
import org.conversions.platform.RequestRefused;

/**
 * The page of a list of links, by number or by cursor. Published clients go on by page number, with whatever the first
 * query said beside it: a cursor that won over the number would give them the same page for ever.
 */
public class LinkPage {

    @QueryParam("page")
    private Integer page;
    @QueryParam("startingAfter")
    private String startingAfter;
    @QueryParam("endingBefore")
    private String endingBefore;

    /** @throws RequestRefused unprocessable */
    void refuseMixture() {
        boolean after = given(startingAfter) != null;
        boolean before = given(endingBefore) != null;
        if (after && before || page != null && (after || before)) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "page, startingAfter, endingBefore: only one of them");
        }
    }
}
