package org.conversions.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.web.security.Caller;
import org.conversions.workspace.Mode;

/** The parameters of every list: a page or a cursor, an order, and a mode. */
public class ListQuery {

    @QueryParam("page")
    @DefaultValue("1")
    private Integer page;
    @QueryParam("pageSize")
    @DefaultValue("100")
    private Integer pageSize;
    @QueryParam("startingAfter")
    private String startingAfter;
    @QueryParam("endingBefore")
    private String endingBefore;
    @QueryParam("sortBy")
    private String sortBy;
    @QueryParam("sortOrder")
    @DefaultValue("desc")
    private String sortOrder;
    @QueryParam("mode")
    private String mode;

    public Page page() {
        return new Page(page == null ? 1 : page, pageSize == null ? Page.SIZE_MAX : pageSize, given(startingAfter),
                given(endingBefore));
    }

    public String sortBy(String otherwise) {
        return given(sortBy) == null ? otherwise : sortBy;
    }

    /** @throws RequestRefused unprocessable for a direction that is none */
    public boolean ascending() {
        if (!"asc".equals(sortOrder) && !"desc".equals(sortOrder)) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortOrder: must be one of asc, desc");
        }
        return "asc".equals(sortOrder);
    }

    /** @see Caller#mode(String) */
    public Mode mode(Caller caller) {
        return caller.mode(mode);
    }

    /** @return null for an empty parameter: it is an absent one */
    public static String given(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
