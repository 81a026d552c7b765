package org.conversions.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * This class proves what depends on the database: its SQL, its locks, its limits and comparisons. The build runs it on
 * the embedded database and on the server database, everything else on the embedded one alone.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("both-databases")
public @interface OnBothDatabases {
}
