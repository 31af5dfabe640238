package org.sencrm.rest.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;
import org.sencrm.rest.problem.ProblemKind;
import org.sencrm.rest.problem.Refusal;

/** Which hosts inside the network the product may ask; for administrators. */
@Path("v1/settings/outbound")
@Produces(MediaType.APPLICATION_JSON)
public final class OutboundSettingsResource {

    private static final String MEMBER = "allowedHosts";
    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9._-]{1,253}|\\[[0-9a-f:.]{2,45}])(?::\\d{1,5})?");

    private final Services services;

    public OutboundSettingsResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody get(@Context Caller caller) {
        requireAdministrator(caller);
        return answer();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonBody put(@Context Caller caller, Input input) {
        requireAdministrator(caller);
        List<String> given = input.only(MEMBER).list(MEMBER);
        if (given == null) {
            throw Refusal.badRequest("rest.missingMember", MEMBER);
        }
        List<String> hosts = given.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (!hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
            throw Refusal.badRequest("rest.wrongMember", MEMBER);
        }
        services.settings().set(caller, Outbound.ALLOWED_HOSTS, hosts.isEmpty() ? null : String.join(",", hosts));
        return answer();
    }

    private JsonBody answer() {
        String hosts = services.settings().get(Outbound.ALLOWED_HOSTS, "");
        List<String> all = Arrays.stream(hosts.split("[,\\s]+"))
                .filter(host -> !host.isEmpty())
                .toList();
        return out -> {
            out.writeStartObject();
            Values.member(out, MEMBER, all);
            out.writeEndObject();
        };
    }

    private void requireAdministrator(Caller caller) {
        if (!services.access().isAdministrator(caller)) {
            throw new Refusal(ProblemKind.FORBIDDEN, "problem.forbidden.detail");
        }
    }
}
