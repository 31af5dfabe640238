package org.sencrm.transfer.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.ImportProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The profiles of modules that are there now. A module is asked when a profile is needed and not before. Thread safe. */
@Component(service = Profiles.class)
public final class Profiles {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private final BundleContext context;
    private final Guard guard;
    private final Map<Object, Source> sources = new ConcurrentHashMap<>();

    @Activate
    public Profiles(BundleContext context, @Reference Guard guard) {
        this.context = context;
        this.guard = guard;
    }

    /** Outside of a container: profiles are added by hand. */
    Profiles() {
        this.context = null;
        this.guard = null;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<ImportProfile> reference) {
        String name = String.valueOf(reference.getProperty(ImportProfile.NAME));
        String type = String.valueOf(reference.getProperty(ImportProfile.TYPE));
        sources.put(reference, new Source(name, type, () -> ask(reference)));
    }

    void unbind(ServiceReference<ImportProfile> reference) {
        sources.remove(reference);
    }

    private ImportProfile.Layout ask(ServiceReference<ImportProfile> reference) {
        ImportProfile found = context.getService(reference);
        if (found == null) {
            return null;
        }
        try {
            return guard.around(ImportProfile.class, found, () -> Locale.ENGLISH)
                    .layout();
        } finally {
            context.ungetService(reference);
        }
    }

    void add(Object key, String name, String type, ImportProfile profile) {
        sources.put(key, new Source(name, type, profile));
    }

    List<Profile> all() {
        return sources.values().stream()
                .map(Profiles::profile)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The one that the options name; else, where there is no map, one that recognises the header. */
    Optional<Profile> find(String type, List<String> header, ImportOptions options) {
        if (options.profile() == null && options.map() != null) {
            return Optional.empty();
        }
        return options.profile() == null
                ? recognising(type, header)
                : of(type).filter(profile -> profile.name().equals(options.profile()))
                        .findFirst();
    }

    /** One that recognises the header, whether it is wanted or not. */
    Optional<Profile> recognising(String type, List<String> header) {
        return of(type).filter(profile -> profile.recognises(header)).findFirst();
    }

    private Stream<Profile> of(String type) {
        return all().stream().filter(profile -> profile.type().equals(type));
    }

    /** Null where its module cannot tell it. */
    private static Profile profile(Source source) {
        try {
            ImportProfile.Layout layout = source.profile.layout();
            return layout == null ? null : new Profile(source.name, source.type, layout);
        } catch (Fault e) {
            LOG.warn("The profile {} cannot be had", source.name, e);
            return null;
        }
    }

    private record Source(String name, String type, ImportProfile profile) {}
}
