package org.conversions.web.api.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.access.Area;
import org.conversions.account.MemberView;
import org.conversions.account.Memberships;
import org.conversions.account.Role;
import org.conversions.account.Sessions;
import org.conversions.account.reset.PasswordResets;
import org.conversions.account.reset.ResetLink;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.Deleted;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of the caller's workspace. */
@Path("workspace/members")
@RequestScoped
@KeyScope(Area.MEMBERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspace")
public class MembersResource {

    @Inject
    private Memberships memberships;
    @Inject
    private Sessions sessions;
    @Inject
    private PasswordResets resets;
    @Inject
    private Caller caller;

    /**
     * A person of the workspace.
     *
     * @param role       owner, member or viewer
     * @param totp       whether there is a second factor
     * @param createdAt  when the membership began
     * @param lastSeenAt when a session of theirs was last used in this workspace, to the minute; null when there is none
     */
    public record MemberAnswer(@Required String id, @Required String email, @Required String name, @Required String role,
                               boolean totp, @Required Instant createdAt, Instant lastSeenAt) {

        static MemberAnswer of(MemberView member, Instant lastSeenAt) {
            return new MemberAnswer(member.person().id(), member.person().email(), member.person().name(), member.role().text(),
                    member.person().totp(), member.createdAt(), lastSeenAt);
        }
    }

    /** @param role owner, member or viewer */
    public record RoleChange(@Required String role) {
    }

    /** @param url sets another password, once; nothing ever shows it again */
    public record ResetLinkAnswer(@Required String url, @Required Instant expiresAt) {

        public static ResetLinkAnswer of(ResetLink link) {
            return new ResetLinkAnswer(link.url(), link.expiresAt());
        }
    }

    @GET
    @Operation(summary = "List the people of the workspace, the oldest membership first")
    public List<MemberAnswer> list() {
        List<MemberView> members = memberships.members(caller.workspaceId());
        Map<String, Instant> seen = sessions.lastSeen(caller.workspaceId(),
                members.stream().map(member -> member.person().id()).toList());
        return members.stream().map(member -> MemberAnswer.of(member, seen.get(member.person().id()))).toList();
    }

    @PATCH
    @Path("{personId}")
    @OwnersOnly
    @Operation(summary = "Give a person another role; a workspace keeps an owner")
    public MemberAnswer change(@PathParam("personId") String personId, RoleChange change) {
        memberships.checkMember(caller.workspaceId(), personId);
        MemberView member = memberships.changeRole(caller.workspaceId(), personId, Role.of(change.role()));
        return MemberAnswer.of(member, sessions.lastSeen(caller.workspaceId(), List.of(personId)).get(personId));
    }

    @DELETE
    @Path("{personId}")
    @OwnersOnly
    @Operation(summary = "Remove a person from the workspace; their sessions in it end")
    public Deleted remove(@PathParam("personId") String personId) {
        memberships.remove(caller.workspaceId(), personId);
        return new Deleted(personId);
    }

    @POST
    @Path("{personId}/password-reset")
    @OwnersOnly
    @Operation(summary = "Make a link with which a person sets another password, within an hour",
            description = "For an owner who is signed in, and for people who belong to no workspace of others. A key cannot do it.")
    public ResetLinkAnswer resetPassword(@PathParam("personId") String personId) {
        memberships.checkMember(caller.workspaceId(), personId);
        return ResetLinkAnswer.of(resets.byOwner(caller.workspaceId(), caller.session().orElseThrow(() ->
                RequestRefused.forbidden("person_needed", "A key cannot do this: an owner who is signed in can.")), personId));
    }
}
