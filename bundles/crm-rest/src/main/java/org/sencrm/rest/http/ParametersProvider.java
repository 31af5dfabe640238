package org.sencrm.rest.http;

import java.util.HashMap;
import java.util.Map;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.jaxrs.impl.UriInfoImpl;
import org.apache.cxf.message.Message;

/** Lets a resource method ask for {@code @Context Parameters}. */
public final class ParametersProvider implements ContextProvider<Parameters> {

    @Override
    public Parameters createContext(Message message) {
        Map<String, String> given = new HashMap<>();
        new UriInfoImpl(message).getQueryParameters().forEach((name, values) -> given.put(name, values.get(0)));
        return new Parameters(given);
    }
}
