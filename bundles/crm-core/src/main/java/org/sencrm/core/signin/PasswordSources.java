package org.sencrm.core.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.PasswordSource;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Contributions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outside directories that are there now, each behind the guard of its module. */
@Component(service = PasswordSources.class)
public final class PasswordSources {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSources.class);

    /** As long as names of users are. */
    private static final int LONGEST_NAME = 100;

    private final BundleContext context;
    private final Guard guard;
    private final Contributions<PasswordSource> sources = new Contributions<>();

    @Activate
    public PasswordSources(BundleContext context, @Reference Guard guard) {
        this.context = context;
        this.guard = guard;
    }

    /** Outside of a container: directories are added by hand. */
    PasswordSources() {
        this(null, null);
    }

    Contributions<PasswordSource> contributed() {
        return sources;
    }

    boolean isEmpty() {
        return sources.all().isEmpty();
    }

    /**
     * Who name and password belong to, says the first directory that knows.
     *
     * @throws Unavailable where none says so, and one of them cannot be asked
     */
    Optional<OutsideIdentity> judge(String name, char[] password) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || password.length == 0) {
            return Optional.empty();
        }
        Unavailable away = null;
        for (PasswordSource source : sources.all()) {
            char[] copy = password.clone();
            try {
                Optional<OutsideIdentity> found = source.judge(name, copy);
                if (found.isPresent()) {
                    return found;
                }
            } catch (Unavailable e) {
                LOG.warn("A directory cannot be asked: {}", e.getMessage());
                away = e;
            } finally {
                Arrays.fill(copy, ' ');
            }
        }
        if (away != null) {
            throw away;
        }
        return Optional.empty();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSource(ServiceReference<PasswordSource> source) {
        sources.add(Contribution.of(
                context, source, found -> guard.around(PasswordSource.class, found, () -> Locale.ENGLISH)));
    }

    void unbindSource(ServiceReference<PasswordSource> source) {
        sources.remove(source);
    }
}
