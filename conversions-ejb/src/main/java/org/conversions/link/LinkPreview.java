package org.conversions.link;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * The words and pictures by which a link is shown. What is null is not set.
 *
 * @param proxy whether programs that draw previews are shown them, instead of being sent on
 */
public record LinkPreview(String title, String description, String image, String video, boolean proxy) {

    public static final LinkPreview NONE = new LinkPreview(null, null, null, null, false);

    Stream<String> texts() {
        return Stream.of(title, description, image, video).filter(Objects::nonNull);
    }
}
