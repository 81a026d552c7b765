package org.conversions.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The walls between the rooms in SQL and JPQL, which the compiler does not see. It reads the sources: every text that is
 * a statement or a part of one, and every {@code create table}.
 */
class SqlWallsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/conversions");
    private static final Path SCHEMA = Path.of("src/main/resources/db/migration");

    /** Whose a table is that no entity stands for. */
    private static final Map<String, String> WITHOUT_ENTITY = Map.ofEntries(
            Map.entry("click", "click"), Map.entry("click_day", "commission.click"), Map.entry("click_earning", "commission.click"),
            Map.entry("late_click", "commission.click"), Map.entry("spent_sum", "commission"), Map.entry("limited_earning", "commission"), Map.entry("limit_change", "commission"), Map.entry("group_move", "partner.move"), Map.entry("group_move_round", "partner.move"), Map.entry("payout_part", "commission"),
            Map.entry("directory_change", "link.directory"), Map.entry("erased_name", "stripe.inbox"),
            Map.entry("erasure", "stripe.inbox"), Map.entry("exchange_rate", "exchange"),
            Map.entry("idempotency_key", "platform.idempotency"), Map.entry("installation", "setup"),
            Map.entry("late_rate", "sale.restatement"), Map.entry("link_click", "click"), Map.entry("link_click_delta", "click"),
            Map.entry("master_key", "platform.secret"),
            Map.entry("product", "sale.product"), Map.entry("retention", "stripe.inbox"), Map.entry("sale_restatement", "sale.restatement"), Map.entry("setup_token", "setup"),
            Map.entry("statement_circle", "payout.statement"), Map.entry("statistics_buyer", "statistics"), Map.entry("statistics_cell", "statistics"),
            Map.entry("statistics_click_delta", "statistics"), Map.entry("statistics_customer", "statistics"),
            Map.entry("statistics_delta", "statistics"), Map.entry("statistics_earning_cell", "statistics"),
            Map.entry("statistics_earning_delta", "statistics"), Map.entry("statistics_partner", "statistics"), Map.entry("statistics_full_day", "statistics"),
            Map.entry("statistics_link", "statistics"), Map.entry("statistics_link_cell", "statistics"),
            Map.entry("statistics_merge", "statistics"), Map.entry("statistics_rebuild", "statistics"),
            Map.entry("statistics_text", "statistics"),
            Map.entry("stream_note", "report.stream"), Map.entry("stripe_event_payload", "stripe.inbox"), Map.entry("stripe_arrival", "stripe.inbox.waiting"), Map.entry("stripe_discount", "stripe.promotion"), Map.entry("stripe_lane", "stripe.lane"), Map.entry("stripe_lane_node", "stripe.lane"),
            Map.entry("stripe_refund", "stripe.refund"), Map.entry("self_check", "report.check"),
            Map.entry("tracked_sale", "tracking"));

    /** Reads the whole house, and so do the rooms below it. */
    private static final String REPORT = "report";

    /** Which other rooms' tables a class, or each class of a room, names all the same, and why. */
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            // A redirect is answered from one statement.
            Map.entry("LinkTargets", Set.of("link", "workspace")), Map.entry("DomainRows", Set.of("domain")),
            // One statement instead of three for each sale.
            Map.entry("RewardsInForce", Set.of("link", "enrollment", "partner_group", "program")),
            // One statement for the payouts of all partners of a batch.
            Map.entry("BatchCommissions", Set.of("payout")),
            // Of all commissions of a page.
            Map.entry("PayoutPartList", Set.of("payout")),
            // Of all links of a batch of events at once.
            Map.entry("PartnerEmails", Set.of("link")),
            // Lists of those of a group.
            Map.entry("CommissionList", Set.of("enrollment", "tagged_partner")), Map.entry("Payouts", Set.of("enrollment")),
            Map.entry("Submissions", Set.of("enrollment")),
            // Go through the sales in the order of their ids.
            Map.entry("sale.restatement", Set.of("sale")),
            // Two sides of the inbox itself.
            Map.entry("stripe.inbox.waiting", Set.of("stripe_event")), Map.entry("stripe.inbox.view", Set.of("stripe_event")));

    /** Who serves all workspaces at once: workers, and doors at which it is still to be found out whose a key or host is. */
    private static final Set<String> FOR_ALL_WORKSPACES = Set.of("ApiKeys", "ConnectionFinder", "SealedConnections", "InboxState",
            "Retention", "DueEvents", "Links", "FreeAddresses", "SealedPasswords", "SealedProfiles", "ProfileChanges", "ReferenceRows",
            "Domains", "DomainsInService", "Clicks", "LateClicks", "GroupMoves", "PerformanceRounds", "Transfers", "BatchTurns", "PayeeRows", "Restatements", "EmbedTokens", "IdempotencyStore",
            "ErasedPeople", "ClickRows", "Merging",
            // Of a person, in whichever workspaces.
            "Sessions", "Memberships", "PartnerMembers",
            // By the hash of a token, or of all that is too old.
            "AccessTokens", "AppGrants", "Authorizations", "Revocation", "AuthorizationStates", "OpenShares",
            // Of all that Stripe is still to be told.
            "RetiredCodes",
            // By the token of a link, and what has run out.
            "Acceptances", "PartnerAcceptances",
            // Of Stripe's events, before it is known whose they are.
            "CatchUpSteps", "InboxStore",
            // Of the whole server, for its operator.
            "InboxExplained", "RecordedSales");

    /** Who goes by the ids of rows that were found in their workspace before. */
    private static final Set<String> BY_FOUND_IDS = Set.of("CommissionLedger", "EventPayloads", "Names", "LeadRows", "SaleRows", "SaleCurrency", "SaleKinds", "SaleRefunds", "ErasedSales",
            "LinkTags", "StripeEventReplay", "Wakes");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|^\\s*//.*?$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    /** What stands between two literals of one text. */
    private static final Pattern JOINT = Pattern.compile("\\s*\\)?\\s*[+?:][^;{},\"]*");
    private static final Pattern STATEMENT = Pattern.compile("\\b(select|insert|update|delete|from|join)\\b");
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update)\\s+(\\w+)");
    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*?)\n\\)", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("@Entity\\b.*?@Table\\(name = \"(\\w+)\"\\)", Pattern.DOTALL);

    /** A text with SQL in it. */
    private record Text(String room, String type, String sql) {

        @Override
        public String toString() {
            return room + '.' + type + ": " + sql;
        }
    }

    private static final List<Text> TEXTS = new ArrayList<>();
    /** The columns of each table. */
    private static final Map<String, String> TABLES = new TreeMap<>();
    /** Whose each table is. */
    private static final Map<String, String> OWNERS = new TreeMap<>(WITHOUT_ENTITY);
    /** The classes whose statements get conditions that begin with the workspace. */
    private static final Set<String> CONDITIONED = new TreeSet<>();
    private static final Pattern CONDITIONS = Pattern.compile("new Conditions\\(\"\\w+\\.workspace(Id|_id) = :workspace\"");
    /** The tables of the entities, which JPQL names. */
    private static final Map<String, String> ENTITIES = new HashMap<>();

    @BeforeAll
    static void readTheSources() {
        files(SCHEMA, ".sql").forEach(file -> TABLE.matcher(read(file)).results()
                .forEach(table -> TABLES.put(table.group(1), table.group(2))));
        for (Path file : files(SOURCES, ".java")) {
            String room = SOURCES.relativize(file.getParent()).toString().replace(file.getFileSystem().getSeparator(), ".");
            String type = file.getFileName().toString().replace(".java", "");
            String source = COMMENT.matcher(read(file)).replaceAll("");
            Matcher entity = ENTITY.matcher(source);
            if (entity.find()) {
                OWNERS.put(entity.group(1), room);
                ENTITIES.put(type, entity.group(1));
            }
            if (CONDITIONS.matcher(source).find()) {
                CONDITIONED.add(type);
            }
            texts(source).stream().filter(text -> STATEMENT.matcher(text).find())
                    .forEach(text -> TEXTS.add(new Text(room, type, text)));
        }
    }

    @Test
    void everyTableHasARoom() {
        assertThat(OWNERS.keySet()).isEqualTo(TABLES.keySet());
    }

    @Test
    void aRoomNamesNoTableOfAnotherRoom() {
        Map<String, Set<String>> opened = new TreeMap<>();
        List<String> leaks = new ArrayList<>();
        for (Text text : TEXTS) {
            for (String table : tables(text)) {
                String owner = OWNERS.get(table);
                if (!owner.equals(text.room()) && !owner.startsWith(text.room() + '.') && !readsAll(text.room())) {
                    String door = DOORS.containsKey(text.room()) ? text.room() : text.type();
                    if (DOORS.getOrDefault(door, Set.of()).contains(table)) {
                        opened.computeIfAbsent(door, name -> new TreeSet<>()).add(table);
                    } else {
                        leaks.add(table + " is of " + owner + ", and named by " + text);
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(opened).as("the doors that are still used").isEqualTo(DOORS);
    }

    @Test
    void everyStatementOnATenantsTableNamesTheWorkspace() {
        List<Text> without = TEXTS.stream()
                .filter(text -> tables(text).stream().anyMatch(table -> TABLES.get(table).contains("workspace_id")))
                .filter(text -> !text.sql().contains("workspace") && !isFinishedElsewhere(text)).toList();
        assertThat(without).filteredOn(text -> !FOR_ALL_WORKSPACES.contains(text.type())
                && !BY_FOUND_IDS.contains(text.type())).isEmpty();
        assertThat(Stream.concat(FOR_ALL_WORKSPACES.stream(), BY_FOUND_IDS.stream())).as("exceptions that are still used")
                .allMatch(type -> without.stream().anyMatch(text -> text.type().equals(type)));
    }

    private static boolean readsAll(String room) {
        return room.equals(REPORT) || room.startsWith(REPORT + '.');
    }

    /** A part of a statement: a join to rows that are found, or one whose conditions stand in another text of the class. */
    private static boolean isFinishedElsewhere(Text text) {
        return text.sql().matches(" (left )?join .*") || !text.sql().contains(" where ") && CONDITIONED.contains(text.type()) || (!text.sql().contains(" where ") || text.sql().matches("( |exists ).*")) && TEXTS.stream().anyMatch(other -> other.type().equals(text.type())
                && other.sql().contains(" where ") && other.sql().contains("workspace"));
    }

    private static Set<String> tables(Text text) {
        return NAMED.matcher(text.sql()).results().map(named -> ENTITIES.getOrDefault(named.group(1), named.group(1)))
                .filter(OWNERS::containsKey).collect(Collectors.toSet());
    }

    private static List<String> texts(String source) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher literal = LITERAL.matcher(source);
        int end = -1;
        while (literal.find()) {
            if (end >= 0 && !JOINT.matcher(source.substring(end, literal.start())).matches()) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(literal.group(1));
            end = literal.end();
        }
        texts.add(text.toString());
        return texts;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
