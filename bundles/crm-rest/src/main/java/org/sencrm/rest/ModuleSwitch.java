package org.sencrm.rest;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.Context;
import org.sencrm.api.access.Caller;
import org.sencrm.rest.http.Call;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.problem.Refusal;

/** Stands before the resources of a module: for whom it is switched off by their roles, they are not there. */
final class ModuleSwitch implements ContainerRequestFilter {

    private final Services services;
    private final Object resource;

    @Context
    private HttpServletRequest request;

    ModuleSwitch(Services services, Object resource) {
        this.services = services;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext asked) {
        Caller caller = Call.of(request).signedIn();
        boolean off = services.guard()
                .moduleOf(resource)
                .filter(module -> !services.access().mayUse(caller, module))
                .isPresent();
        if (off) {
            throw Refusal.notFound("problem.not-found.detail");
        }
    }
}
