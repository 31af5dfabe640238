package org.sencrm.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.Json;
import org.sencrm.rest.json.ListFields;
import org.sencrm.rest.json.Values;
import org.sencrm.rest.problem.Refusal;

/**
 * Reads and writes the classes of one module's resource as JSON; records, references, money and times in the form that
 * they have everywhere. It remembers those classes, so each resource has its own and it goes with the resource.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
final class ValueJson implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private final ObjectMapper mapper;

    ValueJson(Services services) {
        this.mapper = JsonMapper.builder(Json.factory())
                .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .addModule(new SimpleModule()
                        .addSerializer(RecordData.class, new WholeRecord(services))
                        .addSerializer(Reference.class, new ProductValue<>())
                        .addSerializer(Money.class, new ProductValue<>())
                        .addSerializer(Temporal.class, new ProductValue<>())
                        .addSerializer(TemporalAmount.class, new ProductValue<>()))
                .build();
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        try {
            return mapper.readValue(in, mapper.constructType(generic));
        } catch (JsonProcessingException malformed) {
            throw Refusal.badRequest("rest.malformed");
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            mapper.writeValue(json, value);
        }
    }

    private static final class ProductValue<T> extends JsonSerializer<T> {

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider serializers) throws IOException {
            Values.any(out, value);
        }
    }

    private static final class WholeRecord extends JsonSerializer<RecordData> {

        private final Services services;

        WholeRecord(Services services) {
            this.services = services;
        }

        @Override
        public void serialize(RecordData record, JsonGenerator out, SerializerProvider serializers) throws IOException {
            Values.record(out, record, ListFields.of(services.types(), record.type()));
        }
    }
}
