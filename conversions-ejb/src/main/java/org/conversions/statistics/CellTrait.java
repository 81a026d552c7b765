package org.conversions.statistics;

import java.util.List;
import java.util.function.Function;
import org.conversions.click.Click;
import org.conversions.platform.Word;

/** What figures are kept apart by: nothing but the workspace, or a property of the click. */
public enum CellTrait implements Word {
    WORKSPACE("workspace", click -> ""),
    CONTINENT("continent", click -> click.details().place().continent()),
    COUNTRY("country", click -> click.details().place().country()),
    /** With its country before it, of {@link #COUNTRY_WIDTH} characters. */
    REGION("region", CellTrait::region),
    /** With its country and its region before it, the region of {@link #REGION_WIDTH} characters. */
    CITY("city", CellTrait::city),
    DEVICE("device", click -> click.details().agent().device()),
    BROWSER("browser", click -> click.details().agent().browser()),
    OS("os", click -> click.details().agent().os()),
    TRIGGER("trigger", click -> click.trigger().text()),
    REFERER("referer", click -> click.details().referer()),
    REFERER_URL("referer_url", click -> click.details().refererUrl()),
    URL("url", Click::url),
    UTM_SOURCE("utm_source", click -> click.utm().source()),
    UTM_MEDIUM("utm_medium", click -> click.utm().medium()),
    UTM_CAMPAIGN("utm_campaign", click -> click.utm().campaign()),
    UTM_TERM("utm_term", click -> click.utm().term()),
    UTM_CONTENT("utm_content", click -> click.utm().content());

    /** The widths of cells in minutes. */
    public static final int QUARTER = 15;
    public static final int HOUR = 60;
    public static final int DAY = 1_440;

    public static final int COUNTRY_WIDTH = 2;
    public static final int REGION_WIDTH = 20;

    private final String text;
    private final Function<Click, String> value;

    CellTrait(String text, Function<Click, String> value) {
        this.text = text;
        this.value = value;
    }

    @Override
    public String text() {
        return text;
    }

    /** @return the widths of its cells in minutes, the widest first. Quarters begin and end every day of every zone. */
    public List<Integer> widths() {
        return this == WORKSPACE ? List.of(DAY, HOUR, QUARTER) : List.of(DAY, HOUR);
    }

    /** @return the property as it is stored with the click; null where the click has none */
    String of(Click click) {
        return value.apply(click);
    }

    private static String region(Click click) {
        return padded(click.details().place().country(), COUNTRY_WIDTH) + click.details().place().region();
    }

    private static String city(Click click) {
        return padded(region(click), COUNTRY_WIDTH + REGION_WIDTH) + click.details().place().city();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
