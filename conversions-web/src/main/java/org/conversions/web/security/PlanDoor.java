package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.conversions.access.RightsHolder;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Feature;
import org.conversions.workspace.Plans;

/** The inner door: open when the plan of the caller's workspace includes what a resource is for. */
@ApplicationScoped
public class PlanDoor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String DELETING = "DELETE";

    @Inject
    private Plans plans;

    /**
     * @param verb of the request
     * @throws RequestRefused forbidden, with a sentence that names the plan that is needed
     */
    void check(RightsHolder holder, Class<?> resource, Method method, String verb) {
        feature(resource, method, verb).ifPresent(feature -> plans.check(holder.workspaceId(), feature));
    }

    /** @return the feature that the plan has to include; empty for what is open on every plan */
    public static Optional<Feature> feature(Class<?> resource, Method method, String verb) {
        return Optional.ofNullable(method.getAnnotation(NeedsPlan.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(NeedsPlan.class)))
                .filter(mark -> READING.contains(verb) ? mark.toRead() : !verb.equals(DELETING))
                .map(NeedsPlan::value);
    }
}
