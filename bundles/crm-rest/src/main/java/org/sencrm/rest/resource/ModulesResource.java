package org.sencrm.rest.resource;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.sencrm.api.access.Caller;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.module.ModuleDetails;
import org.sencrm.api.module.ModuleEvent;
import org.sencrm.api.module.ModuleRepository;
import org.sencrm.api.module.ModuleUse;
import org.sencrm.api.module.Modules;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.http.Words;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.problem.Refusal;

/** What is installed, and how that is changed: first a plan, then its run. */
@Path("v1/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {

    private static final int MOST_EVENTS = 100;

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
                ModuleJson.members(out, module);
                ModuleJson.write(out, health.get(module.id()));
                ModuleJson.write(out, use.get(module.id()));
                out.writeEndObject();
            }
            out.writeEndArray();
        };
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
        JsonBody body = out -> ModuleJson.write(out, plan);
        return Response.status(Response.Status.CREATED).entity(body).build();
    }

    @POST
    @Path("plans/{id}/run")
    public Response run(@Context Caller caller, @PathParam("id") String id) {
        return Answers.accepted(services.modules().run(caller, id));
    }

    @GET
    @Path("{id}")
    public JsonBody details(@Context Caller caller, @PathParam("id") String id) {
        return told(caller, id);
    }

    /** A merge patch with one member: {@code offFor}, ids of the roles for which the module is switched off. */
    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    public JsonBody change(@Context Caller caller, @PathParam("id") String id, Input input) {
        List<String> roles = input.only("offFor").list("offFor");
        if (roles == null) {
            throw Refusal.badRequest("rest.missingMember", "offFor");
        }
        services.modules()
                .switchOffFor(caller, id, roles.stream().map(RecordId::of).toList());
        return told(caller, id);
    }

    private JsonBody told(Caller caller, String id) {
        ModuleDetails details = services.modules().details(caller, id);
        List<ModuleEvent> journal = services.modules().journal(caller, id, MOST_EVENTS);
        return out -> ModuleJson.write(out, details, journal);
    }

    /**
     * A picture of the package, by its name in {@code screenshots} or {@code icon}. The program that a drawing may hold does
     * not run: like every answer it comes with a policy that puts it into a sandbox.
     */
    @GET
    @Path("{id}/pictures/{name: .+}")
    @Produces("*/*")
    public Response picture(@Context Caller caller, @PathParam("id") String id, @PathParam("name") String name) {
        Modules.Picture picture = services.modules().picture(caller, id, name);
        return Response.ok(picture.content(), picture.mediaType()).build();
    }

    @GET
    @Path("repositories")
    public JsonBody repositories(@Context Caller caller) {
        List<ModuleRepository> repositories = services.modules().repositories(caller);
        return out -> {
            out.writeStartArray();
            for (ModuleRepository repository : repositories) {
                ModuleJson.write(out, repository);
            }
            out.writeEndArray();
        };
    }

    @POST
    @Path("repositories")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addRepository(@Context Caller caller, Input input) {
        String place = input.only("place").requiredText("place");
        ModuleRepository repository = services.modules().addRepository(caller, place);
        JsonBody body = out -> ModuleJson.write(out, repository);
        return Response.status(Response.Status.CREATED).entity(body).build();
    }

    @DELETE
    @Path("repositories")
    @Takes("place")
    public void removeRepository(@Context Caller caller, @QueryParam("place") String place) {
        if (place == null) {
            throw Refusal.badRequest("rest.missingMember", "place");
        }
        services.modules().removeRepository(caller, place);
    }
}
