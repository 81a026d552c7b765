package org.conversions.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.conversions.platform.RequestRefused;
import org.conversions.web.error.ContentTooLarge;

/**
 * What holds for every JSON body: it is there, and it is not too long. A resource that takes the raw bytes, as the
 * webhooks do, has its own limit and judges an empty body itself.
 */
@Provider
@ApplicationScoped
public class JsonBody implements ReaderInterceptor {

    static final int BYTES_MAX = 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == byte[].class || InputStream.class.isAssignableFrom(context.getType())) {
            return context.proceed();
        }
        refuseTooLong(context.getHeaders().getFirst("Content-Length"));
        context.setInputStream(new BodyLimit(context.getInputStream(), BYTES_MAX));
        try {
            Object body = context.proceed();
            if (body == null) {
                throw RequestRefused.badRequest("A JSON body is required.");
            }
            return body;
        } catch (EOFException e) {
            throw cutOff();
        }
    }

    /** @param length as announced, or null */
    static void refuseTooLong(String length) {
        if (length != null && Long.parseLong(length) > BYTES_MAX) {
            throw new ContentTooLarge(BYTES_MAX);
        }
    }

    static RequestRefused cutOff() {
        return RequestRefused.badRequest("The body ended before its announced length.");
    }
}
