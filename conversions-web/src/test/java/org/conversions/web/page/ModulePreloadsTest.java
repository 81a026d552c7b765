package org.conversions.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModulePreloadsTest {

    private static final String DOCUMENT = """
            <script type="importmap">{"imports": {"lit": "/app/{version}/modules/lit/index.js", "lit/": "/app/{version}/modules/lit/"}}</script>""";

    private static final Map<String, String> FILES = Map.of(
            "shell.js", "import { html } from 'lit';\nimport './components/menu.js';\nconst page = await import(`./pages/${name}.js`);",
            "components/menu.js", "import { a }\n  from '../format.js';\nimport \"lit/directives/live.js\";",
            "format.js", "import './components/menu.js';",
            "pages/start.js", "import{b as c}from\"../chunks/X1.js\";import\"../chunks/missing.js\";import('./later.js');",
            "pages/later.js", "",
            "chunks/X1.js", "",
            "modules/lit/index.js", "export * from './part.js';",
            "modules/lit/part.js", "",
            "modules/lit/directives/live.js", "");

    @Test
    void allThatModulesImportIsNamedOnceWhateverImportsIt() {
        assertThat(new ModulePreloads(DOCUMENT, FILES::get).of("shell.js", "pages/start.js")).containsExactly("shell.js", "modules/lit/index.js",
                "modules/lit/part.js", "components/menu.js", "format.js", "modules/lit/directives/live.js", "pages/start.js", "chunks/X1.js");
    }

    @Test
    void theLinksNameTheVersion() {
        assertThat(new ModulePreloads(DOCUMENT, FILES::get).links("chunks/X1.js", "pages/later.js"))
                .isEqualTo("<link rel=\"modulepreload\" href=\"/app/{version}/chunks/X1.js\">\n"
                        + "  <link rel=\"modulepreload\" href=\"/app/{version}/pages/later.js\">");
    }
}
