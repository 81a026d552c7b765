package org.conversions.server;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test that runs inside the server, among the beans. All of them run in one server, which {@link SharedDeployment}
 * starts for the first of them, and take turns in it.
 */
@ResourceLock("the server inside")
@ExtendWith(ArquillianExtension.class)
public abstract class InServer {

    /** The WAR as it is built, with the tests in it; the benchmark stays out, because it has a servlet. */
    @Deployment
    static WebArchive application() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, BuildFolder.PATH.resolve("micro/ROOT.war").toFile())
                .merge(ShrinkWrap.create(GenericArchive.class).as(ExplodedImporter.class)
                                .importDirectory(sourceOf(InServer.class)).as(GenericArchive.class),
                        ArchivePaths.create("WEB-INF/classes"),
                        Filters.include("/WEB-INF/classes/org/conversions/(?!bench/).*"))
                .addAsLibraries(sourceOf(Assertions.class), sourceOf(Awaitility.class), sourceOf(Matcher.class));
    }

    /** Returns the folder or the jar of a class. */
    private static File sourceOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
