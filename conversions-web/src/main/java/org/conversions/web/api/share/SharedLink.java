package org.conversions.web.api.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.web.api.analytics.FiguresAnswer;
import org.conversions.web.openapi.Required;

/** A link as far as its visitors know it. What the team writes about it stays within the team. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SharedLink(@Required String link, @Required String domain, @Required String key, @Required String shortLink,
                         @Required String url, String title) {

    static SharedLink of(FiguresAnswer.TopLink link) {
        return new SharedLink(link.link(), link.domain(), link.key(), link.shortLink(), link.url(), link.title());
    }

    static SharedLink of(LinkView link, ShortDomain shortDomain) {
        return new SharedLink(link.id().value(), link.domain(), link.key(), shortDomain.shortLink(link.domain(), link.key()), link.url(),
                link.rules().preview().title());
    }
}
