package org.conversions.click.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentReaderTest {

    private static final UserAgentReader READER = new UserAgentReader();

    @BeforeAll
    static void prepare() {
        READER.prepare(Runnable::run);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | Desktop | Chrome | Windows",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15 | Desktop | Safari | Mac OS X",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Desktop | Firefox | Linux",
            "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Desktop | Firefox | Ubuntu",
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | Desktop | Chrome | Chrome OS",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1 | Mobile | Mobile Safari | iOS",
            "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | Tablet | Mobile Safari | iOS",
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 | Mobile | Chrome Mobile | Android",
            "Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | Tablet | Chrome | Android",
            "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0 Safari/537.36 WebAppManager | TV | Chrome | Web0S",
            "Mozilla/5.0 (PlayStation 5 3.03) AppleWebKit/605.1.15 (KHTML, like Gecko) | Console | Apple Mail | ''"})
    void aBrowsersNameShowsDeviceBrowserAndSystem(String userAgent, String device, String browser, String os) {
        assertThat(READER.read(userAgent)).isEqualTo(new UserAgent(device, browser, os));
    }

    @Test
    void whatSaysNothingIsUnknown() {
        assertThat(READER.read(null)).isEqualTo(new UserAgent("", "", ""));
        assertThat(READER.read(" ")).isEqualTo(new UserAgent("", "", ""));
        assertThat(READER.read("something")).isEqualTo(new UserAgent("", "", ""));
    }

    @Test
    void anEndlessNameIsReadToItsBoundOnly() {
        assertThat(READER.read("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0" + " x".repeat(100_000)).browser())
                .isEqualTo("Firefox");
    }
}
