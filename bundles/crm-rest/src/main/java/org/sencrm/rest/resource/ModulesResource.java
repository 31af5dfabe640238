package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.sencrm.api.access.Caller;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.module.ModuleUse;
import org.sencrm.api.module.Modules;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Words;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;
import org.sencrm.rest.problem.Refusal;

/** What is installed, and how that is changed: first a plan, then its run. */
@Path("v1/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {

    private final Services services;

    public ModulesResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody list(@Context Caller caller) {
        List<Modules.Module> modules = services.modules().list(caller);
        Map<String, ModuleHealth> health =
                services.guard().health().stream().collect(Collectors.toMap(ModuleHealth::module, found -> found));
        Map<String, ModuleUse> use =
                services.modules().use(caller).stream().collect(Collectors.toMap(ModuleUse::module, found -> found));
        return out -> {
            out.writeStartArray();
            for (Modules.Module module : modules) {
                out.writeStartObject();
                members(out, module);
                write(out, health.get(module.id()));
                write(out, use.get(module.id()));
                out.writeEndObject();
            }
            out.writeEndArray();
        };
    }

    private static void write(JsonGenerator out, ModuleHealth health) throws IOException {
        if (health == null) {
            out.writeNullField("health");
            return;
        }
        out.writeObjectFieldStart("health");
        out.writeNumberField("calls", health.calls());
        out.writeNumberField("errors", health.errors());
        out.writeNumberField("statements", health.statements());
        out.writeNumberField("slowStatements", health.slowStatements());
        out.writeNumberField("millis", health.time().toMillis());
        out.writeBooleanField("paused", health.paused());
        out.writeStringField("lastError", health.lastError());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, ModuleUse use) throws IOException {
        if (use == null) {
            out.writeNullField("use");
            return;
        }
        out.writeObjectFieldStart("use");
        out.writeNumberField("threads", use.threads());
        out.writeNumberField("parcels", use.parcels());
        out.writeNumberField("outsideCalls", use.outsideCalls());
        Values.member(out, "exceeded", use.exceeded());
        out.writeEndObject();
    }

    @POST
    @Path("plans")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response plan(@Context Caller caller, Input input) {
        input.only("id", "version", "action");
        Modules.Action action = Words.read(Modules.Action.values(), "action", input.requiredText("action"));
        return created(services.modules().plan(caller, input.requiredText("id"), input.text("version"), action));
    }

    /** A form of two parts: {@code file}, a package, and {@code allowDevelopmentKey}, {@code true} or left out. */
    @POST
    @Path("plans")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response planFile(@Context Caller caller, MultipartBody form) throws IOException {
        Attachment file = form.getAttachment("file");
        if (file == null) {
            throw Refusal.badRequest("rest.missingPart", "file");
        }
        Attachment flag = form.getAttachment("allowDevelopmentKey");
        boolean allowDevelopmentKey = flag != null && Boolean.parseBoolean(flag.getObject(String.class));
        try (InputStream content = file.getDataHandler().getInputStream()) {
            return created(services.modules().plan(caller, content, allowDevelopmentKey));
        }
    }

    private static Response created(Modules.Plan plan) {
        JsonBody body = out -> write(out, plan);
        return Response.status(Response.Status.CREATED).entity(body).build();
    }

    @POST
    @Path("plans/{id}/run")
    public Response run(@Context Caller caller, @PathParam("id") String id) {
        return Answers.accepted(services.modules().run(caller, id));
    }

    /** One module, as in the events. */
    public static void write(JsonGenerator out, Modules.Module module) throws IOException {
        out.writeStartObject();
        members(out, module);
        out.writeEndObject();
    }

    private static void members(JsonGenerator out, Modules.Module module) throws IOException {
        out.writeStringField("id", module.id());
        out.writeStringField("version", module.version());
        out.writeStringField("kind", module.kind());
        out.writeStringField("state", Words.of(module.state()));
        out.writeStringField("label", module.label());
        Values.member(out, "previousVersions", module.previousVersions());
        out.writeStringField("error", module.error());
    }

    private static void write(JsonGenerator out, Modules.Plan plan) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", plan.id());
        out.writeStringField("module", plan.module());
        out.writeStringField("version", plan.version());
        out.writeStringField("action", Words.of(plan.action()));
        Values.member(out, "adds", plan.adds());
        Values.member(out, "stops", plan.stops());
        Values.member(out, "refreshes", plan.refreshes());
        Values.member(out, "tables", plan.tables());
        out.writeNumberField("sessionsAffected", plan.sessionsAffected());
        Values.member(out, "warnings", plan.warnings());
        out.writeStringField("wayBack", plan.wayBack());
        out.writeBooleanField("possible", plan.possible());
        out.writeEndObject();
    }
}
