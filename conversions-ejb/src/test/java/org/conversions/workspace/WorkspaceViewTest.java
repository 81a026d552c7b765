package org.conversions.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceViewTest {

    private final WorkspaceView workspace =
            WorkspaceView.created(new WorkspaceId("ws_1"),
                    new NewWorkspace("Acmé & Co.", null, null), Plan.ADVANCED,
                    Instant.parse("2026-07-29T10:00:00Z"));

    @Test
    void aNewWorkspaceHasTheDocumentedDefaults() {
        assertThat(workspace.slug()).isEqualTo("acm-co");
        assertThat(workspace.currency()).isEqualTo("usd");
        assertThat(workspace.vocabulary()).isEqualTo(Vocabulary.DUB);
        assertThat(workspace.attributionModel()).isEqualTo(AttributionModel.LAST_CLICK);
        assertThat(workspace.attributionWindowDays()).isEqualTo(90);
        assertThat(workspace.timezone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void aNewWorkspaceHasThePlanThatItsDraftNamesOrElseTheServersAndNoLimits() {
        assertThat(workspace.plan()).isEqualTo(new WorkspacePlan(Plan.ADVANCED, WorkspaceLimits.NONE));
        assertThat(WorkspaceView.created(new WorkspaceId("ws_2"), new NewWorkspace("Acme", null, null, Plan.PRO),
                Plan.ADVANCED, Instant.EPOCH).plan().plan()).isEqualTo(Plan.PRO);
    }

    @Test
    void aNewWorkspaceLetsEverySiteTellOfEverythingButSales() {
        assertThat(workspace.allowedHostnames()).isEqualTo(AllowedHostnames.EVERY);
        assertThat(workspace.clientSales()).isFalse();
        WorkspaceView changed = workspace.changedBy(
                new WorkspaceChange(null, null, null, null, null, List.of("shop.example"), true));
        assertThat(changed.allowedHostnames().names()).containsExactly("shop.example");
        assertThat(changed.clientSales()).isTrue();
        assertThat(changed.changedBy(new WorkspaceChange(null, null, null, null, null, List.of(), null)))
                .isEqualTo(workspace.changedBy(new WorkspaceChange(null, null, null, null, null, null, true)));
    }

    @Test
    void whatIsLeftOutStays() {
        assertThat(workspace.changedBy(new WorkspaceChange(null, null, null, null, null, null, null))).isEqualTo(workspace);
    }

    @Test
    void everySettingCanBeChanged() {
        WorkspaceView changed = workspace.changedBy(
                new WorkspaceChange("EUR", "codeqr", "first-click", 365, "Europe/Berlin", null, null));
        assertThat(changed.currency()).isEqualTo("eur");
        assertThat(changed.vocabulary()).isEqualTo(Vocabulary.CODEQR);
        assertThat(changed.attributionModel()).isEqualTo(AttributionModel.FIRST_CLICK);
        assertThat(changed.attributionWindowDays()).isEqualTo(365);
        assertThat(changed.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "eur", "jpy", "kwd", "isk", "ugx", "mga", "xcg"})
    void everyKnownCurrencyCanBeChosen(String currency) {
        assertThat(workspace.changedBy(new WorkspaceChange(currency, null, null, null, null, null, null)).currency())
                .isEqualTo(currency);
    }

    @ParameterizedTest
    @MethodSource
    void aSettingThatCannotBeIsNamed(String field, WorkspaceChange change) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> workspace.changedBy(change))
                .withMessageStartingWith(field + ": ")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY));
    }

    static Stream<Arguments> aSettingThatCannotBeIsNamed() {
        return Stream.of(
                Arguments.of("currency", new WorkspaceChange("btc", null, null, null, null, null, null)),
                Arguments.of("currency", new WorkspaceChange("dollar", null, null, null, null, null, null)),
                Arguments.of("currency", new WorkspaceChange("", null, null, null, null, null, null)),
                Arguments.of("vocabulary", new WorkspaceChange(null, "Dub", null, null, null, null, null)),
                Arguments.of("attributionModel", new WorkspaceChange(null, null, "linear", null, null, null, null)),
                Arguments.of("attributionWindowDays", new WorkspaceChange(null, null, null, 0, null, null, null)),
                Arguments.of("attributionWindowDays", new WorkspaceChange(null, null, null, 366, null, null, null)),
                Arguments.of("timezone", new WorkspaceChange(null, null, null, null, "Mars/Olympus", null, null)),
                Arguments.of("timezone", new WorkspaceChange(null, null, null, null, "+02:00", null, null)),
                Arguments.of("plan", new WorkspaceChange(null, null, null, null, null, null, null, "advanced", null)),
                Arguments.of("name", new WorkspaceChange(null, null, null, null, null, null, null, null, " ")));
    }
}
