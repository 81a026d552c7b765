package org.conversions.server;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Spreads the test classes that take turns in something evenly over the run: next to each other, as their packages are, they
 * would keep each other waiting, and all but one of the threads idle.
 */
public class SpreadTurns implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        Map<ClassDescriptor, Double> places = new HashMap<>();
        context.getClassDescriptors().stream().collect(Collectors.groupingBy(SpreadTurns::turn)).values().forEach(classes -> spread(classes, places));
        context.getClassDescriptors().sort(Comparator.comparing(places::get));
    }

    /** What the class takes turns in with others; empty for nothing. */
    private static String turn(ClassDescriptor one) {
        return one.findAnnotation(ResourceLock.class).map(ResourceLock::value).orElse("");
    }

    private static void spread(List<? extends ClassDescriptor> classes, Map<ClassDescriptor, Double> places) {
        for (int i = 0; i < classes.size(); i++) {
            places.put(classes.get(i), (i + 0.5) / classes.size());
        }
    }
}
