package org.sencrm.rest.resource;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.rest.http.Call;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Services;

/** A new password by a link from a mail; neither call needs a token. */
@Path("v1/auth/password")
@Produces(MediaType.APPLICATION_JSON)
public final class PasswordResource {

    private final Services services;

    public PasswordResource(Services services) {
        this.services = services;
    }

    /** Asks for a link. The answer is the same whether there is such a user or not. */
    @POST
    @Path("forgot")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response forgot(@Context HttpServletRequest request, Input input) {
        Call call = Call.of(request);
        String user = input.only("user").requiredText("user");
        services.passwordLinks().forgot(user, call.address(), call.locale());
        return Response.accepted().build();
    }

    /** Sets the password of the link's user. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void set(@Context HttpServletRequest request, Input input) {
        Call call = Call.of(request);
        input.only("token", "password");
        char[] password = input.requiredText("password").toCharArray();
        services.passwordLinks().setPassword(input.requiredText("token"), password, call.locale(), "rest");
    }
}
