package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The click goes along to the other sites of the business. */
@ResourceLock(Browser.NAME)
class OutboundIT {

    private static final String ID = "Abcdefgh01234567";
    private static final String DOMAINS =
            "{\"outbound\":[\"other.example\",\"www.third.example\",\"*.wild.example\",\"WWW_SHOP\"]}";

    private final Browser browser = Browser.shared();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://other.example/,                    https://other.example/?dub_id=ID",
        "https://www.other.example/a?b=%20c&d#e,    https://www.other.example/a?b=%20c&d&dub_id=ID#e",
        "https://third.example,                     https://third.example/?dub_id=ID",
        "https://me:word@other.example/?#e,         https://me:word@other.example/?dub_id=ID#e",
        "https://a.b.wild.example/x,                https://a.b.wild.example/x?dub_id=ID",
        "https://wild.example/x,                    https://wild.example/x",
        "https://evilwild.example/x,                https://evilwild.example/x",
        "https://other.example.evil.example/,       https://other.example.evil.example/",
        "https://sub.other.example/,                https://sub.other.example/",
        "https://other.example/?dub_id=theirs,      https://other.example/?dub_id=theirs",
        "/same,                                     /same",
        "mailto:a@other.example,                    mailto:a@other.example",
        "http://[broken,                            http://[broken"})
    void aLinkToAListedSiteGetsTheClick(String before, String after) {
        browser.open(page("<a id='it' href='" + before + "'>go</a>") + "?dub_id=" + ID);
        assertThat(href()).isEqualTo(after.replace("ID", ID));
    }

    @Test
    void theOwnSiteIsNotForeign() {
        browser.open(page("<a id='it' href='http://" + shop.domain() + "/x'>go</a>") + "?dub_id=" + ID);
        assertThat(href()).isEqualTo("http://" + shop.domain() + "/x");
    }

    @Test
    void framesAndPagesWrittenInsideGetItToo() {
        browser.open(page("<iframe id='it' src='http://third.example/f'></iframe>"
                + "<iframe id='in' srcdoc='<a id=\"deep\" href=\"https://other.example/\">go</a>'></iframe>")
                + "?dub_id=" + ID);
        browser.waitFor("document.getElementById('it').src === 'http://third.example/f?dub_id=" + ID + "'");
        browser.waitFor("document.getElementById('in').contentDocument.getElementById('deep').href"
                + " === 'https://other.example/?dub_id=" + ID + "'");
    }

    @Test
    void whatComesLaterGetsItToo() {
        browser.open(page("<div id='place'></div>") + "?dub_id=" + ID);
        browser.run("document.getElementById('place').innerHTML = '<a id=\"it\" href=\"https://other.example/\">go</a>'");
        browser.waitFor("document.getElementById('it').href.endsWith('dub_id=" + ID + "')");
        // An attribute that changes is no new element: the next look finds it.
        browser.run("document.getElementById('it').href = 'https://other.example/2'; history.pushState(null, '', '/next')");
        browser.waitFor("document.getElementById('it').href === 'https://other.example/2?dub_id=" + ID + "'");
        browser.run("document.getElementById('it').href = 'https://other.example/3'");
        browser.waitFor("document.getElementById('it').href === 'https://other.example/3?dub_id=" + ID + "'");
    }

    @Test
    void aListMayBeTextWithCommas() {
        browser.open(shop.page("<a id='it' href='https://other.example/'>go</a>", ".outbound-domains",
                "domains", "{\"outbound\":\"one.example, other.example\"}") + "?dub_id=" + ID);
        assertThat(href()).endsWith("dub_id=" + ID);
    }

    @Test
    void withoutAClickNothingIsChanged() {
        browser.open(page("<a id='it' href='https://other.example/'>go</a>"));
        assertThat(href()).isEqualTo("https://other.example/");
    }

    private String page(String body) {
        return shop.page(body, ".outbound-domains", "domains", DOMAINS.replace("WWW_SHOP", "www." + shop.domain()));
    }

    private String href() {
        return browser.run("return document.getElementById('it').getAttribute('href')").asText();
    }
}
