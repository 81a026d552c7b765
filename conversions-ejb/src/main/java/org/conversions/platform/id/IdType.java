package org.conversions.platform.id;

import java.util.function.Function;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;

/**
 * Tells Hibernate how an id stands in a column. It is a type and no converter, because a converter reaches neither the
 * key of an entity nor the parameters and results of native SQL.
 */
final class IdType<I extends RowId> extends AbstractClassJavaType<I> {

    private static final long serialVersionUID = 1;

    private final transient Function<String, I> id;

    IdType(Class<I> type, Function<String, I> id) {
        super(type);
        this.id = id;
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return indicators.getJdbcType(SqlTypes.VARCHAR);
    }

    @Override
    public I fromString(CharSequence text) {
        return id.apply(text.toString());
    }

    @Override
    public <X> X unwrap(I value, Class<X> type, WrapperOptions options) {
        if (value == null) {
            return null;
        } else if (type.isAssignableFrom(getJavaTypeClass())) {
            return type.cast(value);
        } else if (type.isAssignableFrom(String.class)) {
            return type.cast(value.value());
        }
        throw unknownUnwrap(type);
    }

    @Override
    public <X> I wrap(X value, WrapperOptions options) {
        if (value == null) {
            return null;
        } else if (value instanceof String text) {
            return id.apply(text);
        } else if (getJavaTypeClass().isInstance(value)) {
            return getJavaTypeClass().cast(value);
        }
        throw unknownWrap(value.getClass());
    }
}
