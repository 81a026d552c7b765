package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.FakeDns;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The page of links as its people use it, on phones and wide screens, in both schemes. */
@ResourceLock(Browser.NAME)
class LinksPageIT {

    private static final Map<Integer, String> SCREENS = Map.of(390, "dark", 1280, "light");

    private static final Browser BROWSER = Browser.shared();
    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final String BASE = SERVER.base().toString();

    private final Api owner = SERVER.api(ServerSettings.API_KEY);
    /** Stands in everything that a test makes. */
    private final String word = unique("lp").toLowerCase();

    @AfterAll
    static void leaveTheScreenAsItWas() {
        BROWSER.forgetCookies();
        BROWSER.screen(1280, "light");
    }

    @BeforeEach
    void signIn() {
        SignedIn.as(BROWSER, BASE);
        BROWSER.screen(1280, "light");
        BROWSER.console();
    }

    @AfterEach
    void clear() {
        owner.get("/api/links?showArchived=true&search=" + word).json().forEach(link -> owner.delete("/api/links/" + link.path("id").asText()));
        owner.get("/api/tags?search=" + word).json().forEach(tag -> owner.delete("/api/tags/" + tag.path("id").asText()));
        owner.get("/api/folders?search=" + word).json().forEach(folder -> owner.delete("/api/folders/" + folder.path("id").asText()));
        owner.delete("/api/domains/" + word + ".example.com");
    }

    @Test
    void aLinkIsMadeSeenChangedArchivedAndDeleted() {
        open("/app/links");
        BROWSER.run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'c', bubbles: true, composed: true}))");
        BROWSER.waitFor("location.pathname === '/app/links/new' && document.querySelector('input[name=url]')");
        BROWSER.type("input[name=url]", "https://shop.example/" + word);
        BROWSER.run("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        BROWSER.type("input[name=utm_source]", "mail");
        BROWSER.type("#link-key", "app");
        BROWSER.waitForText("It begins with a word that the server keeps for itself.");
        BROWSER.type("#link-key", word);
        BROWSER.waitForText("It is free.");
        BROWSER.type("input[name=ios]", "https://ios.example/");
        BROWSER.click("c-switch[label='Track conversions'] input");
        BROWSER.waitForText("https://shop.example/" + word + "?utm_source=mail&dub_id=…");
        BROWSER.run("const device = document.querySelector('c-link-preview select'); device.value = 'ios'; device.dispatchEvent(new Event('change', {bubbles: true}))");
        BROWSER.waitForText("because the device is an iPhone or iPad.");
        isAccessible("the form with everything unfolded");
        BROWSER.clickOn("Create the link");
        BROWSER.waitForText("Revenue, 30 days");
        JsonNode made = expect(200, owner.get("/api/links?search=" + word)).path(0);
        assertThat(made.path("url").asText()).isEqualTo("https://shop.example/" + word + "?utm_source=mail");
        assertThat(made.path("ios").asText()).isEqualTo("https://ios.example/");
        assertThat(made.path("trackConversion").asBoolean()).isTrue();

        BROWSER.clickOn("QR code");
        BROWSER.waitFor("document.querySelector('.code-picture img')?.naturalWidth > 0");
        isAccessible("the QR code");
        BROWSER.press("Escape");

        BROWSER.type("input[name=comments]", "For the spring");
        BROWSER.clickOn("Save");
        BROWSER.waitForText("Saved.");
        assertThat(read(made).path("comments").asText()).isEqualTo("For the spring");

        open("/app/links?search=" + word);
        BROWSER.waitForText("1–1 of 1");
        menu("Archive");
        BROWSER.waitForText("No link matches");
        assertThat(read(made).path("archived").asBoolean()).isTrue();
        open("/app/links?showArchived=true&search=" + word);
        BROWSER.waitForText("Archived");
        isAccessible("the list");
        menu("Delete");
        BROWSER.waitForText("The clicks, leads and sales that it brought stay in your figures");
        BROWSER.run("document.querySelector('c-confirm button[type=submit]').click()");
        BROWSER.waitForText("No link matches");
        assertThat(owner.get("/api/links/" + made.path("id").asText()).status()).isEqualTo(404);
    }

    @Test
    void aTableWithAWrongRowMakesTheOthersAndSaysWhatIsWrong() {
        open("/app/links/import");
        BROWSER.run("const table = document.querySelector('textarea'); table.value = arguments[0]; table.dispatchEvent(new Event('input', {bubbles: true}))",
                "url,key,tags,folder,size\nhttps://shop.example/a," + word + "a," + word + ",,1\nshop.example/b,,,,\nhttps://shop.example/c," + word + "c,,,\n");
        BROWSER.waitForText("1 can be created, 2 cannot");
        BROWSER.waitForText("shop.example/b is not a web address that begins with http:// or https://.");
        BROWSER.waitForText("Columns: url, key, tags, folder. Not used: size.");
        BROWSER.clickOn("Create 1 tag");
        BROWSER.waitForText("2 can be created, 1 cannot");
        isAccessible("the table before it is sent");
        BROWSER.clickOn("Create 2 links");
        BROWSER.waitForText("2 created, 1 cannot");
        BROWSER.waitForText("Rows that were not created");
        assertThat(expect(200, owner.get("/api/links?search=" + word)).findValuesAsText("key")).containsExactlyInAnyOrder(word + "a", word + "c");
    }

    @Test
    void aPaymentLinkIsMarkedSoThatItsPaymentsAreCredited() {
        open("/app/links");
        BROWSER.clickOn("Stripe payment link");
        BROWSER.type("c-payment-dialog input", "https://buy.stripe.com/" + word);
        BROWSER.clickOn("Create the short link");
        BROWSER.waitForText("Share this one.");
        JsonNode made = expect(200, owner.get("/api/links?search=" + word)).path(0);
        assertThat(made.path("url").asText()).isEqualTo("https://buy.stripe.com/" + word + "?dub_client_reference_id=1");
        open("/app/links/new?url=https%3A%2F%2Fbuy.stripe.com%2F" + word);
        BROWSER.clickOn("Credit its payments to this link");
        BROWSER.waitForText("client_reference_id=dub_id_…");
    }

    @Test
    void aDomainIsAddedProvedAndCarriesLinks() {
        String domain = word + ".example.com";
        open("/app/links/domains");
        BROWSER.clickOn("Add a domain");
        BROWSER.type("input[name=slug]", domain);
        BROWSER.press("Enter");
        BROWSER.waitForText("_conversions." + domain);
        isAccessible("the domains");
        BROWSER.clickOn("Check now");
        BROWSER.waitForText("There is no TXT record at _conversions." + domain);
        JsonNode record = expect(200, owner.get("/api/domains/" + domain)).path("verificationRecord");
        FakeDns.shared().text(record.path("name").asText(), record.path("value").asText());
        BROWSER.clickOn("Check now");
        BROWSER.waitForText(domain + " is verified.");
        FakeDns.shared().text(record.path("name").asText(), null);

        open("/app/links/new?url=https%3A%2F%2Fshop.example%2F");
        BROWSER.run("const choice = document.querySelector('select[name=domain]'); choice.value = arguments[0]; choice.dispatchEvent(new Event('change', {bubbles: true}))", domain);
        BROWSER.type("#link-key", word);
        BROWSER.waitForText("It is free.");
        BROWSER.clickOn("Create the link");
        BROWSER.waitForText(domain + "/" + word);
        assertThat(expect(200, owner.get("/api/links?search=" + word)).path(0).path("domain").asText()).isEqualTo(domain);
        BROWSER.waitFor("document.querySelector('select[name=domain]')?.value === '" + domain + "'");
    }

    @Test
    void foldersAndTagsAreAddedAndSaid() {
        open("/app/links/folders");
        BROWSER.clickOn("Create a folder");
        BROWSER.type("c-dialog input[name=name]", word);
        BROWSER.press("Enter");
        BROWSER.waitFor("document.querySelector('section[aria-label=Folders]').innerText.includes('" + word + "')");
        BROWSER.clickOn("Create a tag");
        BROWSER.type("c-dialog input[name=name]", word);
        BROWSER.run("document.querySelector('input[name=color][value=pink]').click()");
        BROWSER.clickOn("Save");
        BROWSER.waitFor("document.querySelector('section[aria-label=Tags]').innerText.includes('" + word + "')");
        assertThat(expect(200, owner.get("/api/tags?search=" + word)).path(0).path("color").asText()).isEqualTo("pink");
        isAccessible("folders and tags");
    }

    private JsonNode read(JsonNode link) {
        return expect(200, owner.get("/api/links/" + link.path("id").asText()));
    }

    /** Chooses something from the menu of the first row. */
    private static void menu(String words) {
        BROWSER.click("c-menu.dots .menu-button");
        BROWSER.clickOn(words);
    }

    private static void open(String path) {
        BROWSER.open("about:blank");
        BROWSER.open(BASE + path);
        BROWSER.waitFor("document.querySelector('main h1') && !document.querySelector('[aria-busy=true]')");
    }

    private static void isAccessible(String what) {
        SCREENS.forEach((width, scheme) -> {
            BROWSER.screen(width, scheme);
            assertThat(Accessibility.findings(BROWSER)).as(what + " " + width + " " + scheme).isEmpty();
            assertThat(BROWSER.run("return document.documentElement.scrollWidth - innerWidth").asInt()).as("width of " + what + " beyond the screen").isLessThanOrEqualTo(0);
        });
        BROWSER.screen(1280, "light");
        assertThat(BROWSER.console().stream().filter(line -> !line.startsWith("DEBUG") && !line.contains("Failed to load resource"))).as(what).isEmpty();
    }
}
