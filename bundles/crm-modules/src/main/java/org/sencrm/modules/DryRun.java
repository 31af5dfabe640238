package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.ResolutionException;
import org.osgi.service.resolver.Resolver;

/**
 * Asks the framework's own resolver what would happen, with nothing installed or taken away. Bundles that stay keep the
 * wiring that they have; those that come, and those that lose one they are wired to, are resolved against the rest.
 */
final class DryRun {

    private final BundleContext context;

    DryRun(BundleContext context) {
        this.context = context;
    }

    /**
     * @param touched bundles that stay and have to be wired anew
     * @return by name of the bundle, what it lacks
     */
    Map<String, String> lacking(Set<Bundle> going, Collection<Bundle> touched, Collection<Release.Part> coming) {
        Map<String, String> lacking = new TreeMap<>();
        Map<String, Resource> asked = new TreeMap<>();
        touched.forEach(bundle -> add(asked, lacking, bundle.getSymbolicName(), () -> headers(bundle)));
        coming.forEach(part -> add(asked, lacking, part.name(), () -> headers(part.location())));

        Map<Resource, Wiring> wirings = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null && wiring.isInUse() && !going.contains(bundle) && !touched.contains(bundle)) {
                wirings.put(bundle.adapt(BundleRevision.class), wiring);
            }
        }
        ServiceReference<Resolver> service = context.getServiceReference(Resolver.class);
        Resolver resolver = context.getService(service);
        try {
            asked.forEach((name, resource) -> {
                String missing = missing(resolver, new AfterWorld(wirings, asked.values(), resource));
                if (missing != null) {
                    lacking.put(name, missing);
                }
            });
        } finally {
            context.ungetService(service);
        }
        return lacking;
    }

    private static void add(
            Map<String, Resource> resources, Map<String, String> unreadable, String name, HeaderSource headers) {
        try {
            resources.put(name, ResourceBuilder.build(name, headers.read()));
        } catch (IOException | BundleException | RuntimeException e) {
            unreadable.put(name, name);
        }
    }

    /** Null where the resource would resolve. */
    private static String missing(Resolver resolver, AfterWorld world) {
        try {
            resolver.resolve(world);
            return null;
        } catch (ResolutionException e) {
            Set<String> words = new TreeSet<>();
            e.getUnresolvedRequirements().forEach(requirement -> words.add(words(requirement)));
            return words.isEmpty() ? String.valueOf(world.asked()) : String.join(", ", words);
        }
    }

    /** The package, else whatever it asks for. */
    private static String words(Requirement requirement) {
        Object name = requirement.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
        String filter = requirement.getDirectives().getOrDefault("filter", requirement.getNamespace());
        return name == null
                ? filter.replaceAll("[()&|!]+", " ")
                        .replace(PackageNamespace.PACKAGE_NAMESPACE + "=", "")
                        .trim()
                : name.toString();
    }

    private static Map<String, String> headers(Bundle bundle) {
        Dictionary<String, String> all = bundle.getHeaders("");
        Map<String, String> headers = new HashMap<>();
        for (Enumeration<String> names = all.keys(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            headers.put(name, all.get(name));
        }
        return headers;
    }

    private static Map<String, String> headers(String location) throws IOException {
        String address = location.startsWith("reference:") ? location.substring("reference:".length()) : location;
        try (InputStream file = new URL(address).openStream();
                JarInputStream jar = new JarInputStream(file)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new IOException("no manifest");
            }
            Map<String, String> headers = new HashMap<>();
            Attributes main = manifest.getMainAttributes();
            new ArrayList<>(main.keySet())
                    .forEach(name -> headers.put(name.toString(), main.getValue(name.toString())));
            return headers;
        }
    }

    private interface HeaderSource {
        Map<String, String> read() throws IOException, BundleException;
    }
}
