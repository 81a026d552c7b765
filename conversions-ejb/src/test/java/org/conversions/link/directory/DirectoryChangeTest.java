package org.conversions.link.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryChangeTest {

    @Test
    void whatIsWrittenIsReadAgainOnceEach() {
        DirectoryChange link = DirectoryChange.ofLink("localhost:8080", "docs/\uac00\uc744");
        DirectoryChange domain = DirectoryChange.ofDomain("go.example.com");
        DirectoryChange workspace = DirectoryChange.ofWorkspace("ws_1");
        assertThat(DirectoryChange.of(DirectoryChange.text(List.of(link, domain, link, workspace))))
                .containsExactly(link, domain, workspace);
    }
}
