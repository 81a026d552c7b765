package org.conversions.platform.database;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/**
 * The classes of the embedded database and of our additions to it, apart from all others. What {@code Snapshots} asks for is
 * woven into H2's own: it has no other way to keep its transactions whole.
 */
final class EmbeddedClasses extends URLClassLoader {

    private static final String SNAPSHOTS = "org.conversions.platform.database.embedded.Snapshots";

    /** What is woven into which methods of a class. */
    private static final Map<String, List<Weave>> WOVEN = Map.of(
            "org.h2.mvstore.MVMap", List.of(new Weave("Step", "operate")),
            "org.h2.mvstore.tx.TransactionMap", List.of(new Weave("Step", "append")),
            "org.h2.mvstore.tx.TransactionStore", List.of(new Weave("Step", "commit")),
            "org.h2.mvstore.MVStore", List.of(new Weave("Taking", "collectChangedMapRoots"),
                    new Weave("Possible", "canStartStoreOperation")));

    private record Weave(String advice, String method) {
    }

    /** @param jars H2's jar, and what holds our additions */
    EmbeddedClasses(URL... jars) {
        super("embedded-database", jars, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        List<Weave> weaves = WOVEN.get(name);
        if (weaves == null) {
            return super.findClass(name);
        }
        byte[] woven = woven(name, weaves);
        return defineClass(name, woven, 0, woven.length);
    }

    private byte[] woven(String name, List<Weave> weaves) {
        // The second finds the annotations only, which no class here needs to run.
        ClassFileLocator files = new ClassFileLocator.Compound(ClassFileLocator.ForClassLoader.of(this),
                ClassFileLocator.ForClassLoader.of(Advice.class.getClassLoader()));
        TypePool types = TypePool.Default.of(files);
        TypeDescription type = types.describe(name).resolve();
        DynamicType.Builder<?> builder = new ByteBuddy().redefine(type, files);
        for (Weave weave : weaves) {
            ElementMatcher<MethodDescription> method = ElementMatchers.named(weave.method());
            if (type.getDeclaredMethods().filter(method).isEmpty()) {
                throw new IllegalStateException("This H2 has no " + name + '.' + weave.method());
            }
            builder = builder.visit(Advice.to(types.describe(SNAPSHOTS + '$' + weave.advice()).resolve(), files).on(method));
        }
        return builder.make().getBytes();
    }
}
