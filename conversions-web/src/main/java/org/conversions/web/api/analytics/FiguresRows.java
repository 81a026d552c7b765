package org.conversions.web.api.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.statistics.Figures;
import org.conversions.statistics.Grouping;
import org.conversions.statistics.Names;
import org.conversions.web.security.Caller;

/** Makes rows of figures, and names what they are about. */
@RequestScoped
public class FiguresRows {

    @Inject
    private Links links;
    @Inject
    private Partners partners;
    @Inject
    private Names names;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    List<FiguresAnswer> series(SortedMap<Instant, Figures> series, boolean ofPartner) {
        return series.entrySet().stream()
                .map(bucket -> FiguresAnswer.of(Map.of("start", bucket.getKey()), bucket.getValue(), ofPartner)).toList();
    }

    /** @param rows by the values of the grouping's keys */
    List<FiguresAnswer> split(Grouping grouping, Map<List<String>, Figures> rows, boolean ofPartner) {
        List<String> ids = rows.keySet().stream().map(values -> values.get(0)).toList();
        String workspace = caller.workspaceId();
        Map<String, LinkView> known = grouping == Grouping.TOP_LINKS ? links.byIds(workspace, ids) : Map.of();
        Map<String, ?> named = switch (grouping) {
            case TOP_FOLDERS -> names.folders(workspace, ids);
            case TOP_LINK_TAGS -> names.tags(workspace, ids);
            case TOP_PARTNERS -> partners.byIds(workspace, ids);
            default -> Map.of();
        };
        return rows.entrySet().stream().map(row -> {
            Map<String, Object> about = new LinkedHashMap<>();
            for (int i = 0; i < grouping.keys().size(); i++) {
                about.put(grouping.keys().get(i), row.getKey().get(i));
            }
            String id = row.getKey().get(0);
            switch (grouping) {
                case TOP_LINKS -> about(about, known.get(id));
                case TOP_FOLDERS -> about.put("folder", named.get(id));
                case TOP_LINK_TAGS -> about.put("tag", named.get(id));
                case TOP_PARTNERS -> about.put("partner", partner((PartnerView) named.get(id)));
                default -> { }
            }
            return FiguresAnswer.of(about, row.getValue(), ofPartner);
        }).toList();
    }

    private void about(Map<String, Object> about, LinkView link) {
        about.put("id", link.id());
        about.put("domain", link.domain());
        about.put("key", link.key());
        about.put("shortLink", shortDomain.shortLink(link.key()));
        about.put("url", link.url());
        about.put("title", null);
        about.put("comments", link.comments());
        about.put("folderId", null);
        about.put("partnerId", link.partnerId());
        about.put("createdAt", link.createdAt());
    }

    private static Map<String, Object> partner(PartnerView partner) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", partner.id());
        about.put("name", partner.name());
        about.put("email", partner.email());
        about.put("image", partner.image());
        about.put("country", partner.country());
        return about;
    }
}
