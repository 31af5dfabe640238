package org.sencrm.rest.http;

import java.util.Collections;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Lets a resource method ask for {@code @Context IfMatch}; a request without the header does not reach it. */
public final class IfMatchProvider implements ContextProvider<IfMatch> {

    @Override
    public IfMatch createContext(Message message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        return IfMatch.of(String.join(",", Collections.list(request.getHeaders("If-Match"))));
    }
}
