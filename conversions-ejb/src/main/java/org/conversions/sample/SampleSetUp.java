package org.conversions.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.exchange.ExchangeRates;
import org.conversions.link.LinkChanges;
import org.conversions.link.LinkDraft;
import org.conversions.link.LinkPartner;
import org.conversions.link.LinkRules;
import org.conversions.link.NewLink;
import org.conversions.link.folder.FolderDraft;
import org.conversions.link.folder.Folders;
import org.conversions.link.tag.Tags;
import org.conversions.money.Money;
import org.conversions.partner.PartnerDraft;
import org.conversions.partner.SidePrograms;
import org.conversions.platform.Page;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.SideRewards;
import org.conversions.stripe.connect.ConnectionDraft;
import org.conversions.stripe.connect.Connections;
import org.conversions.stripe.connect.OwnEndpoint;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Vocabulary;

/** Makes what the month is played with: links in a folder, a partner in a program of its own, and an endpoint for Stripe's events. */
@ApplicationScoped
class SampleSetUp {

    static final String NAME = "Sample shop";
    private static final int REWARD_BASIS_POINTS = 2_000;
    private static final Page SOME = new Page(1, 100, null, null);

    @Inject
    SampleSteps steps;
    @Inject
    SampleSecrets secrets;
    @Inject
    Folders folders;
    @Inject
    Tags tags;
    @Inject
    LinkChanges links;
    @Inject
    SidePrograms programs;
    @Inject
    SideRewards rewards;
    @Inject
    Connections connections;
    @Inject
    ExchangeRates rates;

    /** Does all of it or nothing, with the row that says so. */
    @Transactional(TxType.REQUIRES_NEW)
    public void setUp(SampleSteps.Part part) {
        WorkspaceId workspaceId = part.workspaceId();
        Instant start = SampleShop.start(part.endsAt());
        boolean taken = folders.list(workspaceId, NAME, SOME).stream().anyMatch(folder -> folder.name().equals(NAME))
                || tags.list(workspaceId, NAME, List.of(), true, true, SOME).stream().anyMatch(tag -> tag.name().equalsIgnoreCase(NAME));
        String name = taken ? NAME + ' ' + part.mark() : NAME;
        String folder = folders.create(workspaceId, new FolderDraft(name, "Sample data: goes away when the sample is removed.")).id();
        String tag = tags.create(workspaceId, name, null).id();
        LinkPartner partner = programs.open(workspaceId, NAME, new PartnerDraft("pat." + part.mark().toLowerCase(Locale.ROOT)
                + "@brewblog.example", "Pat Pourover", null, null, "DE", "Writes about coffee. Sample data.", null, null), start);
        rewards.promise(workspaceId, partner.programId(), REWARD_BASIS_POINTS, start.minus(Duration.ofDays(1)));
        List<LinkId> made = new ArrayList<>();
        for (SampleLink link : SampleLink.values()) {
            LinkDraft draft = new LinkDraft(link.url(), null, link.word + '-' + part.mark().substring(0, 6), null, null, null, null,
                    null, true, false, folder, LinkDraft.TagChoice.ids(List.of(tag)), LinkRules.NONE);
            made.add(links.create(workspaceId, new NewLink(draft, link.partners ? partner : null)).id());
        }
        String connection = connections.connect(workspaceId, new ConnectionDraft(Mode.SANDBOX, Optional.empty(),
                List.of(secrets.signing(part.mark())), null, Optional.of(new OwnEndpoint(null, secrets.token(part.mark()), null)))).id();
        steps.inside(part, row -> {
            row.links(made);
            row.folderId = folder;
            row.tagId = tag;
            row.programId = partner.programId();
            row.partnerId = partner.partnerId().value();
            row.connectionId = connection;
            row.ratesSince = ratesSince(workspaceId, part.currency(), start, part.endsAt());
            row.total = SampleMonth.of(row.shop(Vocabulary.DUB)).steps().size();
        });
    }

    /** @return the first day on which every currency of the shop can be converted; the one after the month for none */
    private LocalDate ratesSince(WorkspaceId workspaceId, String currency, Instant start, Instant end) {
        return Stream.iterate(start, day -> !day.isAfter(end), day -> day.plus(Duration.ofDays(1)))
                .filter(day -> Stream.of(SamplePlace.values()).map(SamplePlace::currency).distinct()
                        .allMatch(paid -> rates.convert(workspaceId, new Money(1_000, paid), currency, day).isPresent()))
                .findFirst().map(day -> LocalDate.ofInstant(day, ZoneOffset.UTC))
                .orElse(LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(1));
    }
}
