package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions of the pages, module by module, without a page. */
@ResourceLock(Browser.NAME)
class PageLogicIT {

    private static final Browser BROWSER = Browser.shared();

    @BeforeAll
    static void open() {
        BROWSER.open(ConversionsServer.shared().base() + "/app/errors/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/app/members                              | /app/members",
        "/app/stripe/events?x=1#y                  | /app/stripe/events?x=1#y",
        "/oauth/authorize?client_id=a&state=b      | /oauth/authorize?client_id=a&state=b",
        "''                                        | /app/",
        "https://evil.example/app/                 | /app/",
        "//evil.example/app/                       | /app/",
        "/\\evil.example                           | /app/",
        "/app/../api/session                       | /app/",
        "/app/..//evil.example                     | /app/",
        "/oauth/authorize/../../x                  | /app/",
        "/oauth/authorize-me?x                     | /app/",
        "javascript:alert(1)                       | /app/"})
    void theLoginLeadsOnToOurOwnPagesOnly(String next, String path) {
        assertThat(run("router.js", "module.ownPath(arguments[0], location.origin)", next)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"/app/, overview", "/share/abc, share", "/app, not-found", "/app/members, members", "/app/stripe/connect/con_1, stripe", "/app/constructor, not-found",
        "/app/toString/x, not-found", "/oauth/authorize, authorize", "/oauth/authorize/, authorize", "/x, not-found"})
    void anAddressNamesAPage(String path, String page) {
        assertThat(run("router.js", "module.pageAt(arguments[0]).name", path)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"1, link, , 1 link", "2, link, , 2 links", "0, link, , 0 links", "1234, Tag, Tage, '1,234 Tage'"})
    void aNumberStandsBeforeItsNoun(int number, String one, String other, String text) {
        assertThat(run("format.js", other == null ? "module.plural(arguments[0], arguments[1])" : "module.plural(...arguments)",
                other == null ? new Object[] {number, one} : new Object[] {number, one, other})).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"login, false, show", "members, false, login", "login, true, home", "members, true, show", "invitation, true, show"})
    void aVisitOfAPageIsShownOrLedElsewhere(String page, boolean signedIn, String way) {
        assertThat(run("router.js", "module.gate(module.PAGES[arguments[0]], {person: arguments[1] ? {} : null})", page, signedIn))
                .isEqualTo(way);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "slug: must have 3 to 40 characters       | slug            | Must have 3 to 40 characters.",
        "redirectUris[0]: must be https           | redirectUris    | Must be https.",
        "modifiers.0.amount: is required          | modifiers       | Is required.",
        "Email, password or code is wrong.        | null            | Email, password or code is wrong.",
        "Note: this is a sentence                 | null            | Note: this is a sentence"})
    void aSentenceAboutAFieldGoesToTheField(String message, String field, String sentence) {
        assertThat(run("fields.js", "`${module.fieldOf(arguments[0]).field} ${module.fieldOf(arguments[0]).sentence}`", message))
                .isEqualTo(field + " " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-29T11:59:40Z, just now", "2026-07-29T11:00:00Z, 1 hour ago", "2026-07-28T11:00:00Z, yesterday",
        "2026-08-03T12:00:01Z, in 5 days", "'', never"})
    void aTimeIsSaidAsPeopleSayIt(String time, String said) {
        assertThat(run("relative.js", "module.relative(arguments[0], Date.parse('2026-07-29T12:00:00Z'))", time)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"123456, usd, '$1,234.56'", "123456, jpy, '¥123,456'", "1234, kwd, KWD 1.234", "-5, eur, -€0.05"})
    void moneyIsWrittenInTheDigitsOfItsCurrency(long minor, String currency, String written) {
        assertThat(run("format.js", "module.money(arguments[0], arguments[1]).replace(/\\u00a0/g, ' ')", minor, currency)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"all, apis.all", "read, apis.read", "some, 'links.read,stripe.write'"})
    void rightsBecomeScopes(String reach, String scopes) {
        assertThat(run("scopes.js", "module.scopesOf(arguments[0], area => ({links: 'read', stripe: 'write', tags: ''})[area]).join()", reach))
                .isEqualTo(scopes);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, link", "1, 0, 0, 0, stripe", "1, 1, 0, 0, click", "1, 1, 1, 0, lead", "0, 1, 0, 1, undefined"})
    void theStartPageNamesTheNextStep(int links, int connections, int clicks, int testSales, String step) {
        assertThat(run("checklist.js", "String(module.nextStep(module.checklist({links: Array(arguments[0]).fill({}),"
                + " connections: Array(arguments[1]).fill({}), live: {clicks: arguments[2]}, test: {clicks: arguments[3], sales: arguments[3]}}))?.key)",
                links, connections, clicks, testSales)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"'', programs, -", "#/, programs, -", "#/pn_1, overview, pn_1", "#/pn_1/links?page=2, links, pn_1",
        "#/login?next=pn_1, login, -", "#/login/conv_login_x, link, -", "#/invitation/x, invitation, -", "#/account, account, -",
        "#/pn_1/constructor, lost, -", "#/other/links, lost, -"})
    void anAddressOfThePortalNamesAView(String hash, String view, String partner) {
        assertThat(run("portal/router.js", "`${module.viewAt(arguments[0]).name} ${module.viewAt(arguments[0]).partnerId}`", hash))
                .isEqualTo(view + " " + partner);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "{status: 'pending', dueAt: '2026-12-14'}                                        | Waiting until 2026-12-14: holding period.",
        "{status: 'pending', dueAt: '2026-11-30'}                                        | Ready: it goes into the next payout.",
        "{status: 'pending', dueAt: '2026-12-14', entries: [{kind: 'refunded', earnings: -1200, at: '2026-12-01'}]} | Waiting until 2026-12-14: holding period. Taken back: refund of 1200 on 2026-12-01.",
        "{status: 'hold', holdReasons: ['dispute']}                                      | On hold: the customer disputes the payment. It is released or taken back when that is decided.",
        "{status: 'hold', holdReasons: ['a_later_one']}                                  | On hold: the merchant looks into it.",
        "{status: 'paid', entries: [{kind: 'paid', earnings: 980, at: '2026-12-01'}]}    | Paid on 2026-12-01.",
        "{status: 'paid', paidAt: '2026-11-30', clawbackEarnings: 500, entries: [{kind: 'clawback', earnings: -500, at: '2026-12-01'}]} | Paid on 2026-11-30. Taken back: 500 on 2026-12-01. 500 of it makes your next payout smaller.",
        "{status: 'refunded', entries: []}                                               | Taken back: the customer got the money back.",
        "{status: 'a_later_one'}                                                         | It earns nothing."})
    void aCommissionSaysWhyItIsAsItIs(String commission, String sentences) {
        assertThat(BROWSER.run("""
                const [given] = arguments;
                return Promise.all([import('/app/portal/reasons.js'), import('/app/texts/en/referrals/portal-reasons.js')]).then(([module, texts]) =>
                    module.reasons(JSON.parse(given), {day: time => time, money: minor => minor, now: Date.parse('2026-12-01T12:00:00Z')}, texts.default).join(' '));""",
                json(commission)).asText()).isEqualTo(sentences);
    }

    /** JSON of what is written without quotes around names and with single ones around words. */
    private static String json(String written) {
        return written.strip().replaceAll("(\\w+): ", "\"$1\": ").replace('\'', '"');
    }

    private static String run(String module, String expression, Object... arguments) {
        return BROWSER.run("return import('/app/" + module + "').then(module => " + expression + ")", arguments).asText();
    }
}
