package org.conversions.partner.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;
import org.conversions.platform.Word;

/** Questions to applicants, and what is required of them; or questions about leads that partners submit. Pure. */
public record ApplicationForm(List<Question> questions, List<Requirement> requirements) {

    /** Nothing is asked. */
    public static final ApplicationForm EMPTY = new ApplicationForm(List.of(), List.of());

    private static final int QUESTIONS_MAX = 20;
    private static final int OPTIONS_MAX = 50;
    private static final int SHORT_MAX = TextColumn.LENGTH_MAX;
    private static final int LONG_MAX = 5_000;

    /** How a question is answered. */
    public enum Kind implements Word {
        SHORT_TEXT("short-text"), LONG_TEXT("long-text"), SELECT("select"), MULTIPLE_CHOICE("multiple-choice"), WEBSITE("website");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }

        boolean hasOptions() {
            return this == SELECT || this == MULTIPLE_CHOICE;
        }
    }

    /** @param options to choose from; empty where there is no choice */
    public record Question(String label, Kind kind, boolean required, List<String> options) {
    }

    /** @param value null for none */
    public record Answer(String label, String value) {
    }

    public ApplicationForm {
        questions = List.copyOf(questions);
        requirements = List.copyOf(requirements);
    }

    /** @param json an object of the API @throws RequestRefused unprocessable, naming the field */
    public static ApplicationForm read(JsonNode json) {
        if (!json.isObject()) {
            throw RequestRefused.unprocessable("body_malformed", "The body must be a JSON object.");
        }
        JsonNode fields = json.path("fields");
        List<Question> questions = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        if (!fields.isMissingNode() && !fields.isNull() && (!fields.isArray() || fields.size() > QUESTIONS_MAX)) {
            throw RequestRefused.unprocessable("field_count_invalid", "fields: must be an array of at most " + QUESTIONS_MAX);
        }
        for (JsonNode field : fields) {
            String at = "fields[" + questions.size() + "]";
            Question question = question(at, field);
            if (!labels.add(question.label())) {
                throw RequestRefused.unprocessable("field_duplicate", at + ".label: is asked twice");
            }
            questions.add(question);
        }
        return new ApplicationForm(questions, Requirement.read(json.get("requirements")));
    }

    private static Question question(String at, JsonNode json) {
        Kind kind = Word.find(Kind.class, json.path("type").asText()).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", at + ".type: must be one of "
                        + Stream.of(Kind.values()).map(Kind::text).collect(Collectors.joining(", "))));
        JsonNode options = json.path("options");
        if (kind.hasOptions() ? !options.isArray() || options.isEmpty() || options.size() > OPTIONS_MAX : options.size() > 0) {
            throw RequestRefused.unprocessable("field_count_invalid", at + ".options: "
                    + (kind.hasOptions() ? "must be an array of 1 to " + OPTIONS_MAX : "are for questions with a choice only"));
        }
        List<String> choices = new ArrayList<>();
        options.forEach(option -> choices.add(text(at + ".options", option, SHORT_MAX)));
        return new Question(text(at + ".label", json.path("label"), SHORT_MAX), kind, json.path("required").asBoolean(false), choices);
    }

    private static String text(String at, JsonNode json, int max) {
        if (!json.isTextual() || json.textValue().isBlank() || json.textValue().length() > max) {
            throw RequestRefused.unprocessable("field_length_invalid", at + ": must be a text of 1 to " + max + " characters");
        }
        return json.textValue().strip();
    }

    /** @return an object that {@link #read} reads */
    public ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode fields = json.putArray("fields");
        for (Question question : questions) {
            ObjectNode field = fields.addObject().put("label", question.label()).put("type", question.kind().text())
                    .put("required", question.required());
            if (question.kind().hasOptions()) {
                ArrayNode options = field.putArray("options");
                question.options().forEach(options::add);
            }
        }
        json.set("requirements", Requirement.write(requirements));
        return json;
    }

    /** @return whether an applicant meets all that is required */
    boolean isMet(String email, String country) {
        return requirements.stream().allMatch(requirement -> requirement.isMet(email, country));
    }

    /**
     * @param json {@code [{label, value}]}, or null for none
     * @return an answer to each question, in the order of the form
     * @throws RequestRefused unprocessable for a missing answer, one to what was not asked and one that cannot be
     */
    public List<Answer> answers(JsonNode json) {
        List<Answer> answers = new ArrayList<>();
        JsonNode given = json == null || json.isNull() ? Json.MAPPER.createArrayNode() : json;
        if (!given.isArray()) {
            throw RequestRefused.unprocessable("field_malformed", "formData: must be an array");
        }
        for (JsonNode answer : given) {
            if (questions.stream().noneMatch(question -> question.label().equals(answer.path("label").asText()))) {
                throw RequestRefused.unprocessable("field_value_unknown", "formData: " + answer.path("label").asText() + " is not asked");
            }
        }
        for (Question question : questions) {
            String value = null;
            for (JsonNode answer : given) {
                value = question.label().equals(answer.path("label").asText()) ? answer.path("value").asText(null) : value;
            }
            answers.add(new Answer(question.label(), checked(question, value)));
        }
        return answers;
    }

    private static String checked(Question question, String value) {
        if (value == null || value.isBlank()) {
            if (question.required()) {
                throw RequestRefused.unprocessable("field_missing", "formData: " + question.label() + " is required");
            }
            return null;
        }
        int max = question.kind() == Kind.LONG_TEXT || question.kind() == Kind.MULTIPLE_CHOICE ? LONG_MAX : SHORT_MAX;
        if (value.length() > max) {
            throw RequestRefused.unprocessable("field_too_long", "formData: " + question.label() + " must have at most " + max
                    + " characters");
        }
        List<String> chosen = question.kind() == Kind.MULTIPLE_CHOICE ? Stream.of(value.split(",")).map(String::strip).toList() : List.of(value);
        if (question.kind().hasOptions() && !question.options().containsAll(chosen)) {
            throw RequestRefused.unprocessable("field_value_unknown", "formData: " + question.label() + " must be of "
                    + String.join(", ", question.options()));
        }
        return value;
    }
}
