package org.sencrm.rest.http;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.sencrm.rest.problem.Problem;
import org.sencrm.rest.problem.Problems;

/** Whatever is thrown behind the JAX-RS runtime, and by it, leaves as a problem. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    /** Stands for the request of the calling thread. */
    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem =
                Problems.of(thrown, request.getMethod() + " " + request.getRequestURI(), Call.localeOf(request));
        Response.ResponseBuilder response = Response.status(problem.kind().status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem);
        problem.headers().forEach(response::header);
        return response.build();
    }
}
