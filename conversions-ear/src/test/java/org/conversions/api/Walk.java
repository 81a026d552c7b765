package org.conversions.api;

import static org.conversions.api.Merchant.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;

/** Walks over a list as the iterators of published clients do, until a page is empty. */
final class Walk {

    private static final int PAGES_MAX = 1_000;

    private Walk() {
    }

    static List<String> byPage(Api api, String list) {
        List<String> all = new ArrayList<>();
        for (int page = 1; page <= PAGES_MAX; page++) {
            List<String> ids = ids(api.get(list + "&page=" + page));
            if (ids.isEmpty()) {
                return all;
            }
            all.addAll(ids);
        }
        throw new AssertionError("No end: " + list);
    }

    static List<String> byCursor(Api api, String list) {
        List<String> all = new ArrayList<>(ids(api.get(list.replaceAll("&page=\\d+", ""))));
        for (int page = 1; page <= PAGES_MAX; page++) {
            List<String> ids = ids(api.get(list + "&startingAfter=" + all.get(all.size() - 1)));
            if (ids.isEmpty()) {
                return all;
            }
            all.addAll(ids);
        }
        throw new AssertionError("No end: " + list);
    }

    static List<String> ids(Answer answer) {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : expect(200, answer)) {
            ids.add(row.path("id").asText());
        }
        return ids;
    }
}
