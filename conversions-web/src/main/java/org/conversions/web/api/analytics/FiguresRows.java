package org.conversions.web.api.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.Answer;
import org.conversions.report.Figures;
import org.conversions.report.Grouping;
import org.conversions.report.Names;
import org.conversions.web.security.Caller;
import org.conversions.workspace.Mode;

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

    public FiguresAnswer count(Answer<Figures> count, boolean ofPartner) {
        return FiguresAnswer.of(null, null, count.figures(), ofPartner, count.partial());
    }

    public List<FiguresAnswer> series(Answer<SortedMap<Instant, Figures>> series, boolean ofPartner) {
        return series.figures().entrySet().stream().map(bucket -> FiguresAnswer.of(FiguresAnswer.Subject.at(bucket.getKey()), null,
                bucket.getValue(), ofPartner, series.partial())).toList();
    }

    /** @param mode of the figures. @param answer rows by the values of the grouping's keys */
    public List<FiguresAnswer> split(Grouping grouping, Mode mode, Answer<Map<List<String>, Figures>> answer, boolean ofPartner) {
        Map<List<String>, Figures> rows = answer.figures();
        WorkspaceId workspace = caller.workspaceId();
        List<String> ids = rows.keySet().stream().map(values -> values.get(0)).toList();
        if (grouping == Grouping.TOP_LINKS) {
            Map<LinkId, LinkView> known = links.byIds(workspace, ids.stream().map(LinkId::new).toList());
            return rows.entrySet().stream().map(row -> FiguresAnswer.of(null,
                    FiguresAnswer.TopLink.of(known.get(new LinkId(row.getKey().get(0))), shortDomain), row.getValue(), ofPartner,
                            answer.partial()))
                    .toList();
        }
        Map<String, Names.FolderName> folders = grouping == Grouping.TOP_FOLDERS ? names.folders(workspace, ids) : Map.of();
        Map<String, Names.TagName> tags = grouping == Grouping.TOP_LINK_TAGS ? names.tags(workspace, ids) : Map.of();
        Map<String, Names.ProductName> products = grouping == Grouping.PRODUCTS ? names.products(workspace, mode, ids) : Map.of();
        Map<PartnerId, PartnerView> owners = grouping == Grouping.TOP_PARTNERS
                ? partners.byIds(workspace, ids.stream().map(PartnerId::new).toList()) : Map.of();
        return rows.entrySet().stream().map(row -> {
            String id = row.getKey().get(0);
            PartnerView owner = owners.isEmpty() ? null : owners.get(new PartnerId(id));
            Map<String, String> keys = new HashMap<>();
            for (int i = 0; i < grouping.keys().size(); i++) {
                keys.put(grouping.keys().get(i), row.getKey().get(i));
            }
            return FiguresAnswer.of(FiguresAnswer.Subject.of(keys, folders.get(id), tags.get(id),
                    owner == null ? null : FiguresAnswer.TopPartner.of(owner), products.get(id)), null, row.getValue(),
                    ofPartner, answer.partial());
        }).toList();
    }
}
