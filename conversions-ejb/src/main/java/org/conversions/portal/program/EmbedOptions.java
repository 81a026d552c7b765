package org.conversions.portal.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;

/**
 * What the embedded page shows beside a partner's own figures, and what it leaves out. Pure.
 *
 * @param faq                 questions that partners ask, in their order
 * @param leaderboard         whether partners see how they stand among the best, whose names are not shown
 * @param hideEarnings        whether amounts that the partner earned are left out
 * @param hidePayouts         whether payouts are left out
 * @param hidePoweredByBadge  whether the page does not say what it is made by
 * @param customTermsUrl      where the terms stand for those who come by this page; null for those of the program
 */
public record EmbedOptions(List<Question> faq, boolean leaderboard, boolean hideEarnings, boolean hidePayouts,
                           boolean hidePoweredByBadge, String customTermsUrl) {

    /** Nothing is said. */
    public static final EmbedOptions NONE = new EmbedOptions(List.of(), false, false, false, false, null);

    static final int QUESTIONS_MAX = 50;
    private static final int QUESTION_MAX = 190;
    private static final int ANSWER_MAX = 2_000;

    /** A question with its answer, both plain text. */
    public record Question(String question, String answer) {

        private Question checked() {
            text("question", question, QUESTION_MAX);
            text("answer", answer, ANSWER_MAX);
            return new Question(question.strip(), answer.strip());
        }

        private static void text(String field, String text, int max) {
            if (text == null || text.isBlank() || text.length() > max) {
                throw RequestRefused.unprocessable("field_length_invalid", "embed.faq." + field + ": must have 1 to " + max + " characters");
            }
        }
    }

    /** A change: what is null stays, and an empty text or list is none. */
    public record Change(List<Question> faq, Boolean leaderboard, Boolean hideEarnings, Boolean hidePayouts,
                         Boolean hidePoweredByBadge, String customTermsUrl) {

        /** @return the options after it @throws RequestRefused unprocessable, naming the field */
        EmbedOptions applied(EmbedOptions before) {
            return new EmbedOptions(faq == null ? before.faq() : checked(faq),
                    leaderboard == null ? before.leaderboard() : leaderboard,
                    hideEarnings == null ? before.hideEarnings() : hideEarnings,
                    hidePayouts == null ? before.hidePayouts() : hidePayouts,
                    hidePoweredByBadge == null ? before.hidePoweredByBadge() : hidePoweredByBadge,
                    customTermsUrl == null ? before.customTermsUrl() : PortalSettings.address("embed.customTermsUrl", customTermsUrl));
        }

        private static List<Question> checked(List<Question> faq) {
            if (faq.size() > QUESTIONS_MAX || faq.contains(null)) {
                throw RequestRefused.unprocessable("field_count_invalid", "embed.faq: must be at most " + QUESTIONS_MAX + " questions");
            }
            return faq.stream().map(Question::checked).toList();
        }
    }

    /** @return what {@link #stored} reads; null for nothing */
    String json() {
        return equals(NONE) ? null : Json.write(this);
    }

    static EmbedOptions stored(String json) {
        try {
            return json == null ? NONE : Json.MAPPER.readValue(json, EmbedOptions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored options of an embedded page cannot be read", e);
        }
    }
}
