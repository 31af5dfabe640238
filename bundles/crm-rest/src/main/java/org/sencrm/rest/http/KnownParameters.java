package org.sencrm.rest.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.sencrm.rest.problem.Refusal;

/**
 * Refuses query parameters that the address does not take, and one that is given twice: a misspelt filter must not give
 * the whole list, and two readers must not see two different values.
 */
public final class KnownParameters implements ContainerRequestFilter {

    /** Stands for the resource of the calling thread. */
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Takes takes = resource.getResourceMethod().getAnnotation(Takes.class);
        for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
            if (!isKnown(parameter.getKey(), takes)) {
                throw Refusal.badRequest("rest.unknownParameter", parameter.getKey());
            }
            if (parameter.getValue().size() > 1) {
                throw Refusal.badRequest("rest.parameterTwice", parameter.getKey());
            }
        }
    }

    private static boolean isKnown(String name, Takes takes) {
        return Language.PARAMETER.equals(name)
                || takes != null
                        && (takes.fields() || Arrays.asList(takes.value()).contains(name));
    }
}
