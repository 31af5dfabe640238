package org.sencrm.rest.resource;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.rest.http.Call;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;
import org.sencrm.rest.problem.Refusal;

/** Signing in: a token for user name, password and, where it is due, a second factor; and tokens: the caller's
 * own, or for administrators those of any user. */
@Path("v1/auth/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {

    private static final String CHANNEL = "rest";

    private final Services services;

    public TokensResource(Services services) {
        this.services = services;
    }

    /** Needs no token. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(@Context HttpServletRequest request, Input input) {
        input.only("user", "password", "label", "expiresInDays", "scopes", "challenge", "factor");
        Call call = Call.of(request);
        Caller caller =
                (input.has("challenge") ? secondStep(input, call) : firstStep(input, call)).speaking(call.locale());
        List<String> scopes = input.list("scopes");
        SignIn.IssuedToken issued = services.signIn()
                .issueToken(
                        caller,
                        input.text("label"),
                        input.integer("expiresInDays"),
                        scopes == null ? List.of() : scopes);
        JsonBody body = out -> {
            out.writeStartObject();
            out.writeStringField("id", Long.toString(issued.id()));
            out.writeStringField("token", issued.secret());
            Values.member(out, "expiresAt", issued.expiresAt());
            out.writeEndObject();
        };
        return Response.status(Response.Status.CREATED).entity(body).build();
    }

    private Caller firstStep(Input input, Call call) {
        char[] password = input.requiredText("password").toCharArray();
        return services.signIn().signIn(input.requiredText("user"), password, call.address(), CHANNEL);
    }

    /** The challenge stands for name and password; where they are sent again they have to be right again. */
    private Caller secondStep(Input input, Call call) {
        if (input.object("factor") == null) {
            throw Refusal.badRequest("rest.missingMember", "factor");
        }
        Input factor = new Input(input.object("factor")).only("kind", "code", "response");
        String kind = factor.requiredText("kind");
        String answer = FactorAnswer.of(kind, factor);
        if (input.has("password")) {
            try {
                return firstStep(input, call);
            } catch (SecondFactorRequired rightSoFar) {
                // what is still due is answered here
            }
        }
        return services.signIn().answer(input.text("challenge"), kind, answer, call.address(), CHANNEL);
    }

    /** Without the secrets, which nobody knows any more. */
    @GET
    @Takes("user")
    public JsonBody list(@Context Caller caller, @Context Parameters parameters) {
        String user = parameters.text("user");
        List<SignIn.Token> tokens =
                services.signIn().tokens(caller, user == null ? caller.userId() : RecordId.of(user));
        return out -> {
            out.writeStartArray();
            for (SignIn.Token token : tokens) {
                out.writeStartObject();
                out.writeStringField("id", Long.toString(token.id()));
                out.writeStringField("label", token.label());
                Values.member(out, "createdAt", token.createdAt());
                Values.member(out, "expiresAt", token.expiresAt());
                Values.member(out, "lastUsedAt", token.lastUsedAt());
                Values.member(
                        out,
                        "scopes",
                        token.scopes().isLimited() ? token.scopes().texts() : null);
                out.writeBooleanField("secondFactor", token.secondFactor());
                out.writeEndObject();
            }
            out.writeEndArray();
        };
    }

    @DELETE
    @Path("{id}")
    public void revoke(@Context Caller caller, @PathParam("id") String id) {
        services.signIn().revokeToken(caller, RecordId.of(id));
    }
}
