package org.conversions.web.api.body;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;

/**
 * The fields that an operation knows: the parameters of its query, and the components of the record that its body is, as
 * far as a body is one. Read from the method once.
 *
 * @param query names of parameters
 * @param body  the body's fields
 */
record KnownFields(Set<String> query, Body body) {

    private static final Map<Method, KnownFields> KNOWN = new ConcurrentHashMap<>();

    static KnownFields of(Method operation) {
        return KNOWN.computeIfAbsent(operation, method -> {
            Set<String> query = new TreeSet<>();
            for (Parameter parameter : method.getParameters()) {
                query(parameter, query);
            }
            return new KnownFields(query, Body.of(type(method)));
        });
    }

    private static void query(Parameter parameter, Set<String> names) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            names.add(parameter.getAnnotation(QueryParam.class).value());
        } else if (parameter.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> type = parameter.getType(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.isAnnotationPresent(QueryParam.class)) {
                        names.add(field.getAnnotation(QueryParam.class).value());
                    }
                }
            }
        }
    }

    /** @return what the body is, or null when nothing is known of it */
    private static Type type(Method method) {
        BodyFields fields = method.getAnnotation(BodyFields.class);
        RequestBodySchema schema = method.getAnnotation(RequestBodySchema.class);
        if (fields != null || schema != null) {
            return fields != null ? fields.value() : schema.value();
        }
        for (Parameter parameter : method.getParameters()) {
            RequestBody described = parameter.getAnnotation(RequestBody.class);
            if (described != null && described.content().length > 0) {
                return described.content()[0].schema().implementation();
            } else if (Stream.of(parameter.getAnnotations()).map(Annotation::annotationType).noneMatch(annotation ->
                    annotation.getPackageName().startsWith("jakarta.ws.rs"))) {
                return parameter.getParameterizedType();
            }
        }
        return null;
    }

    /** Fields by their names; null where anything goes. */
    record Body(Map<String, Body> fields) {

        private static final Body ANYTHING = new Body(null);

        static Body of(Type type) {
            if (type instanceof Class<?> one && one.isRecord()) {
                Map<String, Body> fields = new HashMap<>();
                for (RecordComponent component : one.getRecordComponents()) {
                    names(component).forEach(name -> fields.put(name, of(component)));
                }
                return new Body(fields);
            }
            boolean many = type instanceof ParameterizedType generic
                    && Collection.class.isAssignableFrom((Class<?>) generic.getRawType());
            return many ? of(((ParameterizedType) type).getActualTypeArguments()[0]) : ANYTHING;
        }

        private static Body of(RecordComponent component) {
            Schema schema = component.getAccessor().getAnnotation(Schema.class);
            return schema == null || !schema.implementation().isRecord() ? of(component.getGenericType())
                    : of(schema.implementation());
        }

        private static Stream<String> names(RecordComponent component) {
            JsonProperty own = component.getAccessor().getAnnotation(JsonProperty.class);
            JsonAlias others = component.getAccessor().getAnnotation(JsonAlias.class);
            return Stream.concat(Stream.of(own == null ? component.getName() : own.value()),
                    others == null ? Stream.empty() : Stream.of(others.value()));
        }

        /** @param path of the body, with a dot behind it; empty for the whole @param names to be filled */
        void unknown(JsonNode body, String path, Set<String> names) {
            if (fields == null) {
                return; // nothing of it is unknown
            }
            if (body.isArray()) {
                body.forEach(element -> unknown(element, path, names));
            }
            body.properties().forEach(field -> {
                if (fields.containsKey(field.getKey())) {
                    fields.get(field.getKey()).unknown(field.getValue(), path + field.getKey() + '.', names);
                } else {
                    names.add(path + field.getKey());
                }
            });
        }
    }
}
