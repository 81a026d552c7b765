package org.conversions.link.directory;

import org.conversions.link.LinkRules;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Vocabulary;

/**
 * The part of a link that a redirect needs.
 *
 * @param vocabulary the words in which its workspace speaks to browsers
 * @param programId  null unless the link belongs to a partner
 * @param partnerId  null unless the link belongs to a partner
 * @param rules      what else it asks for
 */
public record LinkTarget(LinkId linkId, WorkspaceId workspaceId, String domain, String key, String url,
                         boolean trackConversion, Vocabulary vocabulary, String programId, PartnerId partnerId,
                         LinkRules rules) {
}
