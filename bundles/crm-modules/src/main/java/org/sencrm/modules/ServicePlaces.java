package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Which services are whose. An add-on offers what it declared itself, and what the public interfaces are open for: all
 * but the types that are marked {@code @ProviderType}. Of the platform below the product it offers nothing but the
 * persistence of its own records, and servlets under the addresses for the public.
 */
final class ServicePlaces {

    /** Property of what the product offers to add-ons, and to nobody else, in place of its own. */
    static final String FOR_ADD_ONS = "crm.forAddOns";

    private static final String PROVIDER = "Lorg/osgi/annotation/versioning/ProviderType;";
    private static final String CONSUMER = "Lorg/osgi/annotation/versioning/ConsumerType;";
    private static final String API = "org.sencrm.";
    private static final String ANY_OBJECT = "java.lang.Object";
    private static final String SERVLET = "javax.servlet.Servlet";
    private static final String DATA_SOURCE = "javax.sql.DataSource";
    private static final String UNIT_NAME = "osgi.unit.name";
    private static final String SOURCE_NAME = "dataSourceName";
    private static final String MODULE_HEADER = "CRM-Module";
    private static final String WHITEBOARD = "osgi.http.whiteboard.";
    private static final String PATTERN = WHITEBOARD + "servlet.pattern";
    private static final String PUBLIC = "/public/";

    /** What the persistence of the platform publishes in the name of the bundle whose records it keeps. */
    private static final List<String> PERSISTENCE = List.of(
            "javax.persistence.EntityManager",
            "org.osgi.service.jpa.",
            "org.apache.aries.jpa.",
            "org.osgi.service.component.ComponentFactory");

    /** Doors of the platform through which a bundle would get past the product. */
    private static final Set<String> DOORS = Set.of(
            "org.osgi.service.http.HttpService",
            "org.ops4j.pax.web.service.WebContainer",
            "org.osgi.service.cm.ConfigurationAdmin",
            "org.osgi.service.jdbc.DataSourceFactory",
            "javax.sql.XADataSource",
            "org.apache.karaf.features.FeaturesService",
            "org.apache.karaf.config.core.ConfigRepository",
            "org.apache.karaf.instance.core.InstanceService");

    /** Of these an add-on has its own. */
    private static final Set<String> COUNTED =
            Set.of("org.sencrm.api.outbox.Outbox", "org.sencrm.api.outbound.Outbound", "org.sencrm.api.mail.Mails");

    /** By name of a type of the public interfaces; names, never the types. */
    private final Map<String, Boolean> onlyProvided = new ConcurrentHashMap<>();

    boolean mayOffer(ServiceReference<?> reference) {
        String[] types = (String[]) reference.getProperty(Constants.OBJECTCLASS);
        boolean hasWebProperty = Arrays.stream(reference.getPropertyKeys()).anyMatch(key -> key.startsWith(WHITEBOARD));
        if (Arrays.asList(types).contains(SERVLET) || hasWebProperty) {
            return isPublicServlet(reference, types);
        }
        return Arrays.stream(types).allMatch(type -> mayOffer(reference, type));
    }

    private boolean mayOffer(ServiceReference<?> reference, String type) {
        if (type.startsWith(API)) {
            return !isOnlyProvided(reference.getBundle(), type);
        }
        if (type.equals(DATA_SOURCE)) {
            return isNamedFor(reference, SOURCE_NAME);
        }
        if (PERSISTENCE.stream().anyMatch(type::startsWith)) {
            return reference.getProperty(UNIT_NAME) == null || isNamedFor(reference, UNIT_NAME);
        }
        return type.equals(ANY_OBJECT) || (!type.startsWith("java.") && provider(reference.getBundle(), type) == null);
    }

    private static boolean isNamedFor(ServiceReference<?> reference, String property) {
        String module = reference.getBundle().getHeaders("").get(MODULE_HEADER);
        return module != null && module.equals(reference.getProperty(property));
    }

    private static boolean isPublicServlet(ServiceReference<?> reference, String[] types) {
        Object pattern = reference.getProperty(PATTERN);
        List<String> patterns =
                pattern instanceof String[] several ? Arrays.asList(several) : List.of(Objects.toString(pattern, "/"));
        return List.of(types).equals(List.of(SERVLET)) && patterns.stream().allMatch(found -> found.startsWith(PUBLIC));
    }

    /** Whether a service of somebody else is for the eyes of an add-on, or of all others. */
    boolean maySee(ServiceReference<?> reference, boolean addOn) {
        boolean forAddOns = reference.getProperty(FOR_ADD_ONS) != null;
        if (!addOn || forAddOns) {
            return addOn == forAddOns;
        }
        List<String> types = Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS));
        return !types.contains(DATA_SOURCE)
                && types.stream().noneMatch(COUNTED::contains)
                && types.stream().noneMatch(DOORS::contains);
    }

    private boolean isOnlyProvided(Bundle bundle, String type) {
        Bundle provider = provider(bundle, type);
        return provider == null || onlyProvided.computeIfAbsent(type, name -> isMarked(provider, name));
    }

    /** The mark is for compilers and not there at run time; it stands in the file of the class. */
    private static boolean isMarked(Bundle provider, String type) {
        URL file = provider.getEntry(type.replace('.', '/') + ".class");
        if (file == null) {
            return true;
        }
        try (InputStream in = file.openStream()) {
            String content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return content.contains(PROVIDER) && !content.contains(CONSUMER);
        } catch (IOException e) {
            return true;
        }
    }

    /** Which other bundle the package of the type comes from; null where it is the bundle's own. */
    private static Bundle provider(Bundle bundle, String type) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return null;
        }
        String name = type.substring(0, Math.max(0, type.lastIndexOf('.')));
        for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
            if (name.equals(wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
                return wire.getProvider().getBundle();
            }
        }
        return null;
    }
}
