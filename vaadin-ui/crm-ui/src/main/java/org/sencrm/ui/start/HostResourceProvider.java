package org.sencrm.ui.start;

import com.vaadin.flow.di.ResourceProvider;
import com.vaadin.flow.server.VaadinServlet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;

/** Finds the built front end in this bundle and Vaadin's own resources in the runtime bundle. Created by Flow. */
public class HostResourceProvider implements ResourceProvider {

    private final ClassLoader host = HostResourceProvider.class.getClassLoader();
    private final ClassLoader vaadin = VaadinServlet.class.getClassLoader();

    @Override
    public URL getApplicationResource(String path) {
        URL own = host.getResource(path);
        return own != null ? own : vaadin.getResource(path);
    }

    @Override
    public List<URL> getApplicationResources(String path) throws IOException {
        List<URL> own = Collections.list(host.getResources(path));
        return own.isEmpty() ? Collections.list(vaadin.getResources(path)) : own;
    }

    @Override
    public URL getClientResource(String path) {
        return getApplicationResource(path);
    }

    @Override
    public InputStream getClientResourceAsStream(String path) throws IOException {
        URL url = getClientResource(path);
        if (url == null) {
            throw new IOException("No such client resource: " + path);
        }
        return url.openStream();
    }
}
