package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** What kinds of records there are, with labels in the caller's language. */
@Path("v1/types")
@Produces(MediaType.APPLICATION_JSON)
public final class TypesResource {

    private final Services services;
    private final VisibleTypes types;

    public TypesResource(Services services) {
        this.services = services;
        this.types = new VisibleTypes(services);
    }

    @GET
    public JsonBody list(@Context Caller caller) {
        List<VisibleTypes.Visible> all = types.all(caller);
        return out -> {
            out.writeStartArray();
            for (VisibleTypes.Visible type : all) {
                write(out, type, caller);
            }
            out.writeEndArray();
        };
    }

    @GET
    @Path("{type}")
    public JsonBody get(@Context Caller caller, @PathParam("type") String name) {
        VisibleTypes.Visible type = types.get(caller, name);
        return out -> write(out, type, caller);
    }

    private void write(JsonGenerator out, VisibleTypes.Visible visible, Caller caller) throws IOException {
        RecordType type = visible.type();
        Locale locale = caller.locale();
        out.writeStartObject();
        out.writeStringField("name", type.name());
        out.writeStringField("label", services.messages().one(locale, type.name()));
        out.writeStringField("pluralLabel", services.messages().many(locale, type.name()));
        out.writeStringField("module", type.module());
        out.writeStringField("labelField", type.labelField());
        out.writeStringField("boardField", type.boardField());
        out.writeArrayFieldStart("fields");
        for (Field field : visible.fields()) {
            write(out, type.name(), field, caller);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(JsonGenerator out, String type, Field field, Caller caller) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", field.name());
        out.writeStringField("label", services.messages().field(caller.locale(), type, field.name()));
        out.writeStringField("kind", field.kind().code());
        out.writeBooleanField("required", field.required());
        out.writeBooleanField("readOnly", field.readOnly());
        out.writeBooleanField("unique", field.unique());
        out.writeArrayFieldStart("options");
        for (Choice choice : types.choices(caller, type, field.name())) {
            out.writeStartObject();
            out.writeStringField("code", choice.code());
            out.writeStringField("label", choice.label());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeBooleanField("open", field.isOpen());
        out.writeStringField("section", field.section().isEmpty() ? null : field.section());
        out.writeStringField("target", field.target());
        Values.member(out, "targets", field.targets());
        if (field.maxLength() > 0) {
            out.writeNumberField("maxLength", field.maxLength());
        }
        out.writeEndObject();
    }
}
