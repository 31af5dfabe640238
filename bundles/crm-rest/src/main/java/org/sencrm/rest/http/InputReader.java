package org.sencrm.rest.http;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;

/** Hands the body of a request to a resource as {@link Input}. */
public final class InputReader implements MessageBodyReader<Input> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Input.class;
    }

    @Override
    public Input readFrom(
            Class<Input> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        return Input.read(body);
    }
}
