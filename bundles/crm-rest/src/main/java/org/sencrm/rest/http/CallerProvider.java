package org.sencrm.rest.http;

import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.sencrm.api.access.Caller;

/** Lets a resource method ask for {@code @Context Caller}: the one who is signed in. */
public final class CallerProvider implements ContextProvider<Caller> {

    @Override
    public Caller createContext(Message message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        return Call.of(request).signedIn();
    }
}
