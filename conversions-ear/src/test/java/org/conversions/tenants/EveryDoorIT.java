package org.conversions.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.api.AtOnce;
import org.conversions.people.Person;
import org.conversions.portal.PartnersPerson;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation that is described, tried with every kind of key of one workspace and with everything that has an id of
 * another one. The other has a word in each of its texts that is seen nowhere. A new operation, or a new parameter that
 * names a thing, needs its line in the tables below.
 */
class EveryDoorIT {

    /** The areas of operations, by the beginning of their path: the longest that fits. */
    private static final Map<String, String> AREAS = Map.ofEntries(Map.entry("/links", "links"), Map.entry("/leads/submitted", "partners"), Map.entry("/discount-codes", "partners"), Map.entry("/tags", "tags"),
            Map.entry("/folders", "folders"), Map.entry("/domains", "domains"), Map.entry("/customers", "customers"),
            Map.entry("/analytics", "analytics"), Map.entry("/notes", "analytics"), Map.entry("/views", "analytics"),
            Map.entry("/shares", "analytics"), Map.entry("/share", "share"), Map.entry("/events", "analytics"), Map.entry("/stream", "analytics"), Map.entry("/partners", "partners"),
            Map.entry("/partners/analytics", "analytics"), Map.entry("/rewards", "partners"), Map.entry("/groups", "partners"), Map.entry("/partners/applications", "partners"), Map.entry("/program", "partners"),
            Map.entry("/bounties", "partners"), Map.entry("/tokens/embed", "partners"), Map.entry("/commissions", "commissions"), Map.entry("/payouts", "commissions"), Map.entry("/statements", "commissions"),
            Map.entry("/sales", "conversions"), Map.entry("/track/lead", "conversions"),
            Map.entry("/track/sale", "conversions"), Map.entry("/stripe", "stripe"), Map.entry("/workspace", "workspaces"),
            Map.entry("/exchange-rates", "workspaces"), Map.entry("/keys", "keys"), Map.entry("/server", "operator"),
            Map.entry("/qr", "open"), Map.entry("/setup", "open"), Map.entry("/embed/referrals", "embed"),
            Map.entry("/track/click", "open"), Map.entry("/track/visit", "open"), Map.entry("/track/open", "open"),
            Map.entry("/oauth/clients", "keys"), Map.entry("/oauth/authorizations", "keys"), Map.entry("/oauth/token", "open"),
            Map.entry("/oauth/revoke", "open"), Map.entry("/oauth/userinfo", "app"), Map.entry("/oauth/authorization", "session"),
            Map.entry("/session", "open"), Map.entry("/session/workspace", "session"), Map.entry("/me", "session"),
            Map.entry("/workspaces", "session"), Map.entry("/password-resets", "open"), Map.entry("/invitations", "open"),
            Map.entry("/portal", "portal"), Map.entry("/portal/login-links", "open"), Map.entry("/portal/invitations", "open"),
            Map.entry("/workspace/members", "members"), Map.entry("/workspace/invitations", "members"), Map.entry("/audit", "everything"),
            Map.entry("/stripe/app", "everything"), Map.entry("/stripe/webhook", "open"), Map.entry("/stripe/integration/webhook", "open"),
            Map.entry("/stripe/connect/callback", "open"), Map.entry("/sample", "sample"));

    private static final Set<String> FOR_PAGES = Set.of("POST /track/lead/client", "POST /track/sale/client");

    /** What only owners among people may do, reading too; by the beginning of the path, after the method where it matters. */
    private static final Set<String> FOR_OWNERS = Set.of("/stripe/connect/start", "/workspace/invitations", "/audit", "/oauth/clients",
            "/oauth/authorizations", "/stripe/app", "POST /stripe/connections", "PATCH /stripe/connections",
            "DELETE /stripe/connections", "PATCH /stripe/integration/settings", "PUT /partners/{id}/payout-profile",
            "POST /partners/{id}/stripe-account", "POST /payouts/batches/{id}/transfers");

    /** What of a partner's people only owners change. */
    private static final Set<String> FOR_PARTNERS_OWNERS = Set.of("PUT /portal/{partnerId}/payout-profile",
            "POST /portal/{partnerId}/stripe-account", "POST /portal/{partnerId}/invitations", "DELETE /portal/{partnerId}/invitations", "DELETE /portal/{partnerId}/members");

    /** What also people who may only read do, for themselves. */
    private static final Set<String> FOR_EVERYBODY = Set.of("/notes", "/views");

    private static final List<String> SCOPED = List.of("links", "tags", "folders", "domains", "customers", "conversions",
            "analytics", "partners", "commissions", "stripe", "workspaces");

    /** The fields that cannot name anything of another workspace. */
    private static final Set<String> HARMLESS = Set.of("action", "archived", "bgColor", "browser", "city", "continent", "country", "day", "decimalMark", "executionDay",
            "currency", "device", "disputed", "end", "event", "fgColor", "format", "granularity", "groupBy", "hideLogo", "id",
            "includeExpandedFields", "includeMargin", "interval", "kind", "kinds", "lastEventId", "level", "limit", "logo", "margin", "mode", "order", "os", "page", "pageSize", "qr", "reason",
            "query", "recent", "refunded", "region", "saleType", "showArchived", "size", "sortBy", "sortOrder", "start", "state",
            "client_id", "redirect_uri", "response_type", "scope", "code_challenge", "code_challenge_method",
            "status", "timezone", "trigger", "type", "uncounted", "unmasked", "withTags", "withoutUnusable", "year", "referer", "refererUrl", "root");

    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORD = unique("marked");
    private static final String SLUG = unique("") + ".example";

    private static final TestWorkspace FIRST = TestWorkspace.create(SERVER, WORD);
    private static final TestWorkspace SECOND = TestWorkspace.create(SERVER, "Second");
    private static final Tenant OWNER = new Tenant(SERVER.api(FIRST.apiKey()), SERVER.api(null));

    private static List<Described> operations;
    /** The other's things, by what their paths stand below. */
    private static Map<String, String> things;
    /** The other's things, by the names of parameters and fields. */
    private static Map<String, String> named;
    private static List<String> lists;

    /** A caller at the door. @param scope null for whoever has no secret key */
    private record Holder(String name, String key, String scope) {
    }

    @BeforeAll
    static void everythingIsMarked() {
        OWNER.busy(WORD);
        Api owner = OWNER.api();
        String tag = made(owner.post("/api/tags", object("name", WORD))).path("id").asText();
        String folder = made(owner.post("/api/folders", object("name", WORD, "description", WORD))).path("id").asText();
        made(owner.post("/api/domains", object("slug", SLUG, "placeholder", "https://shop.example/" + WORD, "expiredUrl",
                "https://shop.example/" + WORD)));
        made(owner.post("/api/keys", object("name", WORD, "scopes", List.of("links.read"))));
        made(owner.put("/api/exchange-rates", object("base", "USD", "rates", object("NOK", "10.5"))));
        made(owner.patch("/api/workspace", object("allowedHostnames", List.of(WORD + ".example"))));
        String group = made(owner.post("/api/groups", object("name", WORD, "linkDefaults", object("utm_source", WORD)))).path("id").asText();
        String partnerTag = made(owner.post("/api/partners/tags", object("name", WORD))).path("id").asText();
        made(owner.patch("/api/partners/" + OWNER.partnerId(), object("tagIds", List.of(partnerTag))));
        String bounty = made(owner.post("/api/bounties", object("name", WORD, "type", "submission", "rewardAmount", 5))).path("id").asText();
        String submission = made(owner.post("/api/bounties/" + bounty + "/submissions", object("partnerId", OWNER.partnerId(),
                "description", WORD))).path("id").asText();
        JsonNode link = made(owner.patch("/api/links/" + OWNER.link().path("id").asText(), object("tagIds", List.of(tag),
                "folderId", folder)));
        Person member = Person.join(SERVER, FIRST.apiKey(), "owner");
        operations = Described.all(SERVER.api(null));
        String batch = made(owner.post("/api/payouts/batches", object())).path("id").asText();
        things = Map.ofEntries(Map.entry("/links", link.path("id").asText()), Map.entry("/customers", OWNER.customerId()),
                Map.entry("/customers/external", OWNER.buyer()), Map.entry("/partners", OWNER.partnerId()),
                Map.entry("/commissions", OWNER.commissionId()), Map.entry("/groups", group), Map.entry("/payouts/batches", batch), Map.entry("/rewards", OWNER.rewardId()),
                Map.entry("/sales", OWNER.saleId()), Map.entry("/stripe/connections", OWNER.connectionId()),
                Map.entry("/stripe/events", OWNER.event().path("id").asText()),
                Map.entry("/stripe/objects", OWNER.event().path("objectId").asText()),
                Map.entry("/keys", owner.get("/api/keys").json().path(0).path("id").asText()), Map.entry("/tags", tag), Map.entry("/partners/tags", partnerTag), Map.entry("/bounties", bounty),
                Map.entry("/folders", folder), Map.entry("/domains", SLUG), Map.entry("/notes", made(owner.post("/api/notes",
                        object("text", WORD, "at", "2026-01-01"))).path("id").asText()),
                Map.entry("/views", made(owner.post("/api/views", object("name", WORD, "query", "domain=" + WORD))).path("id").asText()),
                Map.entry("/shares", made(owner.post("/api/shares", object("name", WORD, "query", "domain=" + WORD))).path("id").asText()),
                Map.entry("/exchange-rates", "NOK"),
                Map.entry("/stripe/webhook", "unknown-token"), Map.entry("/invitations", "unknown-token"),
                Map.entry("/password-resets", "unknown-token"), Map.entry("/portal/login-links", "unknown-token"),
                Map.entry("/portal/invitations", "unknown-token"), Map.entry("/portal", OWNER.partnerId()), Map.entry("/workspace/members", member.id()),
                Map.entry("/workspace/invitations", made(owner.post("/api/workspace/invitations", object("email",
                        WORD + "@invited.example", "role", "viewer"))).path("id").asText()),
                Map.entry("/server/people", "user_unknown"), Map.entry("/statements", "st_of_the_first"),
                Map.entry("/discount-codes", made(owner.post("/api/discount-codes", object("code", WORD, "promotionCodeId", "promo_" + WORD,
                        "partnerId", OWNER.partnerId(), "linkId", link.path("id").asText()))).path("id").asText()),
                Map.entry("/leads/submitted", made(owner.post("/api/leads/submitted", object("partnerId", OWNER.partnerId(), "name", WORD,
                        "email", WORD + "@submitted.example", "company", WORD))).path("id").asText()),
                Map.entry("/me/sessions", member.get("/api/me/sessions").json().path(0).path("id").asText()),
                Map.entry("/oauth/clients", made(owner.post("/api/oauth/clients", object("name", WORD, "developer", WORD, "redirectUris",
                        List.of("https://app.example/" + WORD)))).path("id").asText()),
                Map.entry("/server/oauth/clients", "app_unknown"), Map.entry("/oauth/authorizations", "grant_of_the_first"),
                Map.entry("/server/workspaces", FIRST.id()));
        named = new LinkedHashMap<>(Map.ofEntries(Map.entry("customerId", OWNER.customerId()),
                Map.entry("externalId", link.path("externalId").asText()), Map.entry("folderId", folder),
                Map.entry("tagId", tag), Map.entry("tagIds", tag), Map.entry("ids", tag), Map.entry("linkId", link.path("id").asText()),
                Map.entry("linkIds", link.path("id").asText()), Map.entry("partnerId", OWNER.partnerId()),
                Map.entry("tenantId", OWNER.partnersTenantId()), Map.entry("programId", link.path("programId").asText()),
                Map.entry("domain", SLUG), Map.entry("domains", SLUG), Map.entry("slug", SLUG),
                Map.entry("key", link.path("key").asText()), Map.entry("search", OWNER.buyer()),
                Map.entry("email", WORD + "@buyers.example"), Map.entry("tagNames", WORD), Map.entry("url", link.path("url").asText()),
                Map.entry("objectId", OWNER.event().path("objectId").asText()), Map.entry("account", FIRST.stripeAccount()),
                Map.entry("invoiceId", OWNER.event().path("objectId").asText()), Map.entry("groupId", group),
                Map.entry("payoutId", made(owner.get("/api/payouts")).path(0).path("id").asText()), Map.entry("batchId", batch),
                Map.entry("traceId", "tr_of_the_first"), Map.entry("productId", "prod_of_the_first"), Map.entry("rewardId", OWNER.rewardId()), Map.entry("promotionCodeId", "promo_" + WORD),
                Map.entry("discountId", "disc_of_the_first"), Map.entry("discountCodeId", things.get("/discount-codes")), Map.entry("partnerTagId", partnerTag),
                Map.entry("userId", "user_of_the_first"), Map.entry("startingAfter", ""), Map.entry("endingBefore", ""),
                Map.entry("utm_source", WORD), Map.entry("utm_medium", WORD), Map.entry("utm_campaign", WORD),
                Map.entry("utm_term", WORD), Map.entry("utm_content", WORD), Map.entry("clickId", OWNER.clickId()),
                Map.entry("commissionIds", OWNER.commissionId()), Map.entry("externalIds", link.path("externalId").asText()),
                Map.entry("customerExternalId", OWNER.buyer()), Map.entry("accountId", FIRST.stripeAccount()),
                Map.entry("stripeAccountId", FIRST.stripeAccount()), Map.entry("stripeInstalledAccountId", FIRST.stripeAccount()),
                Map.entry("stripeUserId", "usr_ofTheFirst"),
                Map.entry("stripeCustomerId", OWNER.event().path("customerId").asText()),
                Map.entry("newWorkspaceId", FIRST.id()), Map.entry("workspaceId", FIRST.id()),
                Map.entry("webhookIds", "wh_of_the_first"), Map.entry("person", member.id()),
                Map.entry("refundId", "re_of_the_first"), Map.entry("groupIds", group), Map.entry("bountyId", bounty),
                Map.entry("submissionId", submission)));
        lists = Stream.of("links?pageSize=100", "customers", "partners", "groups", "commissions", "payouts", "payouts/batches", "sales", "rewards", "stripe/connections",
                "stripe/events", "tags", "partners/tags", "bounties", "bounties/" + bounty + "/submissions", "folders", "notes", "views", "shares", "leads/submitted", "discount-codes", "domains", "workspace", "exchange-rates", "events", "events?event=leads",
                "events?event=sales").map(list -> "/api/" + list).toList();
    }

    @Test
    void everyKeyOpensItsAreaAndNoneTheThingsOfAnotherWorkspace() {
        List<Holder> holders = holders();
        List<String> before = all(OWNER.api());
        assertThat(String.join("", before)).contains(WORD);
        List<Callable<String>> cells = new ArrayList<>();
        for (Described operation : operations) {
            for (Holder holder : holders) {
                cells.add(() -> wrongAt(operation, holder));
            }
        }
        assertThat(AtOnce.all(cells)).filteredOn(wrong -> wrong != null).isEmpty();
        System.out.println("EveryDoorIT: " + operations.size() + " operations, " + holders.size() + " kinds of keys, "
                + cells.size() + " cells");
        assertThat(operations).hasSizeGreaterThan(100);
        assertThat(cells).hasSizeGreaterThan(3_000);
        assertThat(all(OWNER.api())).isEqualTo(before);
    }

    @Test
    void everyRoleOpensItsOperationsAndNoneTheThingsOfAnotherWorkspace() {
        List<String> before = all(OWNER.api());
        List<Callable<String>> cells = new ArrayList<>();
        TestWorkspace third = TestWorkspace.create(SERVER, "Third");
        for (String role : List.of("owner", "member", "viewer")) {
            Person person = Person.join(SERVER, third.apiKey(), role);
            for (Described operation : operations) {
                if (!isOpen(operation) && !Set.of("session", "app", "share").contains(area(operation))) {
                    cells.add(() -> wrongAt(operation, role, person));
                }
            }
        }
        assertThat(AtOnce.all(cells)).filteredOn(wrong -> wrong != null).isEmpty();
        System.out.println("EveryDoorIT: " + cells.size() + " cells of roles");
        assertThat(cells).hasSizeGreaterThan(250);
        assertThat(all(OWNER.api())).isEqualTo(before);
    }

    /** A partner's people come in at their partner only: in another workspace, and at another partner of the same, nobody knows them. */
    @Test
    void everyPersonOfAPartnerOpensWhatIsThePartnersAndNothingElse() {
        List<String> before = all(OWNER.api());
        Api second = SERVER.api(SECOND.apiKey());
        String other = PartnersPerson.enroll(second, "Other");
        List<Callable<String>> cells = new ArrayList<>();
        for (String role : List.of("owner", "member", "banned")) {
            PartnersPerson own = PartnersPerson.join(SERVER, second, PartnersPerson.enroll(second, "Own"), role.equals("member") ? role : "owner");
            if (role.equals("banned")) {
                made(second.post("/api/partners/ban", object("partnerId", own.partnerId(), "reason", "fraud")));
            }
            for (Described operation : operations) {
                if (area(operation).equals("portal") && operation.isOfOneThing()) {
                    for (String partner : List.of(OWNER.partnerId(), other, own.partnerId())) {
                        cells.add(() -> wrongAt(operation, role, own, partner));
                    }
                } else if (!isOpen(operation) && !Set.of("session", "portal", "app", "share").contains(area(operation))) {
                    cells.add(() -> wrongOutside(operation, own.person()));
                }
            }
        }
        assertThat(AtOnce.all(cells)).filteredOn(wrong -> wrong != null).isEmpty();
        System.out.println("EveryDoorIT: " + cells.size() + " cells of partners' people");
        assertThat(cells).hasSizeGreaterThan(400);
        assertThat(all(OWNER.api())).isEqualTo(before);
    }

    /** @return what is wrong, or null */
    private static String wrongAt(Described operation, String role, PartnersPerson person, String partner) {
        String path = "/api" + operation.path().replace("{partnerId}", partner).replaceAll("\\{[^}]+}", "unknown");
        Answer answer = person.person().send(operation.method(), path, operation.takesBody() ? "{}" : null);
        String reason = answer.header("Conversions-Reason");
        boolean ofOthers = !partner.equals(person.partnerId());
        String wrong = ofOthers ? is(404, answer)
                : operation.writes() && role.equals("banned") ? "partner_banned".equals(reason) ? null : "it must be refused"
                : operation.writes() && role.equals("member") && FOR_PARTNERS_OWNERS.stream().anyMatch(operation.toString()::startsWith)
                        ? "role_too_narrow".equals(reason) ? null : "it must be refused"
                : answer.status() >= 500 || answer.status() == 401 || answer.status() == 403 && !"password_wrong".equals(reason)
                        || "partner_not_found".equals(reason) ? "the door must be open" : null;
        return wrong == null ? null : operation + " as " + role + (ofOthers ? " of another partner" : "") + " answers "
                + answer.status() + ' ' + answer.body() + ": " + wrong;
    }

    /** @return what is wrong, or null */
    private static String wrongOutside(Described operation, Person person) {
        Answer answer = person.send(operation.method(), address(operation), operation.takesBody() ? operation.list() ? "[]" : "{}" : null);
        return answer.status() == (operation.path().startsWith("/track/") ? 401 : 403) ? null
                : operation + " for a partner's person answers " + answer.status() + ' ' + answer.body();
    }

    /** @return what is wrong, or null */
    private static String wrongAt(Described operation, String role, Person person) {
        Answer answer = person.send(operation.method(), address(operation), operation.takesBody()
                ? operation.list() ? "[]" : "{}" : null);
        String wrong = answer.body().contains(WORD) ? "shows the other's " + answer.body() : wrong(operation, role, answer);
        return wrong == null ? null : operation + " as " + role + " answers " + answer.status() + ' ' + answer.body() + ": " + wrong;
    }

    private static String wrong(Described operation, String role, Answer answer) {
        if (answer.status() >= 500) {
            return "a failure";
        } else if (operation.path().startsWith("/track/")) {
            return is(401, answer);
        } else if (area(operation).equals("operator")) {
            return is(403, answer);
        } else if (area(operation).equals("portal")) {
            return is(operation.isOfOneThing() ? 404 : 200, answer);
        } else if (!mayAs(role, operation)) {
            return answer.status() == 403 && "role_too_narrow".equals(answer.header("Conversions-Reason")) ? null : "it must be refused";
        } else if (operation.isOfOneThing()) {
            return is(404, answer);
        }
        return answer.status() == 401 || "role_too_narrow".equals(answer.header("Conversions-Reason")) ? "the door must be open" : null;
    }

    /** Returns what a role allows, in the words of the README and by no code of the server. */
    private static boolean mayAs(String role, Described operation) {
        boolean forOwners = FOR_OWNERS.stream().anyMatch(start -> (operation.path() + '/').startsWith(start + '/')
                || operation.toString().startsWith(start));
        return switch (role) {
            case "owner" -> true;
            case "member" -> !forOwners && (!operation.writes() || area(operation).equals("sample")
                    || SCOPED.contains(area(operation)) && !area(operation).equals("workspaces"));
            default -> !forOwners && (!operation.writes()
                    || FOR_EVERYBODY.contains(operation.isOfOneThing() ? operation.collection() : operation.path()));
        };
    }

    @Test
    void noParameterOfAQuestionShowsAnythingOfAnotherWorkspace() {
        Api second = SERVER.api(SECOND.apiKey());
        List<Callable<String>> cells = new ArrayList<>();
        for (Described operation : operations) {
            for (String parameter : operation.query()) {
                if (!HARMLESS.contains(parameter) && !isOpen(operation) && !area(operation).equals("operator")) {
                    assertThat(named).as(operation + " has a parameter that this test does not know").containsKey(parameter);
                    String value = parameter.equals("startingAfter") || parameter.equals("endingBefore")
                            ? things.getOrDefault("/" + operation.path().split("/")[1], "unknown") : named.get(parameter);
                    cells.add(() -> shown(second, operation, parameter, operation.method(), address(operation) + '?' + parameter
                            + '=' + value + (parameter.equals("key") ? "&domain=" + OWNER.link().path("domain").asText() : ""),
                            operation.takesBody() ? operation.list() ? "[]" : "{}" : null));
                }
            }
        }
        assertThat(AtOnce.all(cells)).filteredOn(wrong -> wrong != null).isEmpty();
        System.out.println("EveryDoorIT: " + cells.size() + " parameters that name a thing");
        assertThat(cells).hasSizeGreaterThan(130);
    }

    @Test
    void noFieldOfABodyReachesAnythingOfAnotherWorkspace() {
        Api second = SERVER.api(SECOND.apiKey());
        List<String> before = all(OWNER.api());
        List<Callable<String>> cells = new ArrayList<>();
        for (Described operation : operations) {
            for (String field : operation.properties()) {
                if ((field.endsWith("Id") || field.endsWith("Ids") || Set.of("domain", "key", "slug").contains(field))
                        && !isOpen(operation) && !area(operation).equals("operator")) {
                    assertThat(named).as(operation + " has a field that this test does not know").containsKey(field);
                    String value = named.get(field);
                    cells.add(() -> shown(second, operation, field, operation.method(), address(operation), operation.bodyWith(field,
                            field.endsWith("Ids") ? JSON.createArrayNode().add(value) : JSON.getNodeFactory().textNode(value))));
                }
            }
        }
        assertThat(AtOnce.all(cells)).filteredOn(wrong -> wrong != null).isEmpty();
        System.out.println("EveryDoorIT: " + cells.size() + " fields that name a thing");
        assertThat(cells).hasSizeGreaterThan(90);
        assertThat(all(OWNER.api())).isEqualTo(before);
        assertThat(String.join("", all(second))).doesNotContain(WORD);
    }

    /** @return what is wrong, or null */
    private static String wrongAt(Described operation, Holder holder) {
        Answer answer = SERVER.api(holder.key()).send(operation.method(), address(operation), operation.takesBody()
                ? BodyPublishers.ofString(operation.list() ? "[]" : "{}") : BodyPublishers.noBody(),
                "Content-Type", "application/json");
        boolean operators = area(operation).equals("operator") && holder.name().equals("operator's token");
        String wrong = answer.body().contains(WORD) && !operators ? "shows the other's " + answer.body() : wrong(operation, holder, answer);
        return wrong == null ? null : operation + " with " + holder.name() + " answers " + answer.status() + ' ' + answer.body()
                + ": " + wrong;
    }

    private static String wrong(Described operation, Holder holder, Answer answer) {
        String area = area(operation);
        if (answer.status() >= 500) {
            return "a failure";
        } else if (area.equals("embed")) {
            return is(holder.name().equals("embed token") ? 200 : 401, answer);
        } else if (area.equals("share")) {
            return is(404, answer);
        } else if (area.equals("session") || area.equals("app") || area.equals("portal")) {
            return is(401, answer);
        } else if (area.equals("open")) {
            return answer.status() == 401 || answer.status() == 403 ? "it is open" : null;
        } else if (holder.name().equals("nothing") || holder.name().equals("embed token")
                || holder.name().equals("operator's token") && !area.equals("operator")) {
            return is(401, answer);
        } else if (area.equals("operator")) {
            return holder.name().equals("operator's token") ? mustPass(answer) : is(403, answer);
        } else if (holder.scope() == null) {
            return FOR_PAGES.contains(operation.toString()) ? mustPass(answer) : is(403, answer);
        } else if (area.equals("everything") || area.equals("sample")) {
            return holder.scope().equals("apis.all") ? mustPass(answer) : is(403, answer);
        } else if (!may(holder.scope(), area, operation.writes())) {
            return answer.status() == 403 && answer.body().contains("lacks the scope") ? null : "it must be refused";
        }
        return operation.isOfOneThing() ? is(404, answer) : mustPass(answer);
    }

    /** Returns what a scope allows, in the words of the README and by no code of the server. */
    private static boolean may(String scope, String area, boolean writing) {
        return switch (scope) {
            case "apis.all" -> true;
            case "apis.read" -> !writing;
            default -> scope.equals(area + ".write") || !writing && scope.equals(area + ".read");
        };
    }

    private static String is(int status, Answer answer) {
        return answer.status() == status ? null : "must be " + status;
    }

    private static String mustPass(Answer answer) {
        return answer.status() == 401 || answer.body().contains("lacks the scope") || answer.body().contains("publishable key cannot")
                || answer.body().contains("Only the operator") ? "the door must be open" : null;
    }

    /** @return what is wrong, or null */
    private static String shown(Api second, Described operation, String what, String method, String address, String body) {
        Answer answer = second.send(method, address, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                "Content-Type", "application/json");
        // What somebody asks for may be said back in an error; anything else is a leak.
        String said = answer.body().replace(named.getOrDefault(what, "-"), "");
        return answer.status() < 500 && !said.contains(WORD) ? null
                : operation + " with the other's " + what + " answers " + answer.status() + ' ' + answer.body();
    }

    private static String address(Described operation) {
        if (!operation.isOfOneThing()) {
            return "/api" + operation.path();
        }
        assertThat(things).as(operation + " is of a kind of thing that this test does not know").containsKey(operation.collection());
        return "/api" + operation.path().replaceAll("\\{[^}]+}", things.get(operation.collection()));
    }

    private static String area(Described operation) {
        String prefix = AREAS.keySet().stream().filter(start -> (operation.path() + '/').startsWith(start + '/')
                || operation.path().startsWith(start + '/')).max((a, b) -> a.length() - b.length()).orElse(null);
        assertThat(prefix).as("The area of " + operation).isNotNull();
        return AREAS.get(prefix);
    }

    private static boolean isOpen(Described operation) {
        return area(operation).equals("open") || area(operation).equals("embed");
    }

    private static List<Holder> holders() {
        Api second = SERVER.api(SECOND.apiKey());
        List<Holder> holders = new ArrayList<>();
        Stream.concat(SCOPED.stream().flatMap(area -> Stream.of(area + ".read", area + ".write")),
                Stream.of("apis.read", "apis.all")).forEach(scope -> holders.add(new Holder(scope,
                made(second.post("/api/keys", object("name", scope, "scopes", List.of(scope)))).path("key").asText(), scope)));
        String partner = made(second.post("/api/partners", object("email", unique("") + "@partners.example", "name", "Pat")))
                .path("id").asText();
        holders.add(new Holder("embed token", made(second.post("/api/tokens/embed/referrals", object("partnerId", partner)))
                .path("publicToken").asText(), null));
        holders.add(new Holder("a test key", made(second.post("/api/keys", object("name", "test", "mode", "test", "scopes",
                List.of("apis.all")))).path("key").asText(), "apis.all"));
        holders.add(new Holder("a publishable key", SECOND.publishableKey(), null));
        holders.add(new Holder("a publishable test key", made(second.post("/api/keys", object("name", "test", "mode", "test",
                "kind", "publishable"))).path("key").asText(), null));
        holders.add(new Holder("operator's token", ServerSettings.OPERATOR_TOKEN, null));
        holders.add(new Holder("nothing", null, null));
        return holders;
    }

    private static List<String> all(Api api) {
        return lists.stream().map(list -> api.get(list).body()).collect(Collectors.toList());
    }

    private static JsonNode made(Answer answer) {
        return answer.expectSuccess();
    }
}
