package org.sencrm.core.schema;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.function.Function;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.URIResource;

/** Finds a changelog inside the bundle that owns it, and nowhere else. */
final class BundleFiles extends AbstractResourceAccessor {

    private final String owner;
    private final Function<String, URL> entries;

    /**
     * @param owner name of the bundle
     * @param entries gives the address of a file by its path; null where there is none
     */
    BundleFiles(String owner, Function<String, URL> entries) {
        this.owner = owner;
        this.entries = entries;
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        URL address = entries.apply(path);
        try {
            return address == null ? List.of() : List.of(new URIResource(path, address.toURI()));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** A changelog names each of its files: a folder inside a bundle cannot be walked. */
    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        throw new IOException("includeAll is not possible in a bundle: name each changelog file");
    }

    @Override
    public List<String> describeLocations() {
        return List.of(owner);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
