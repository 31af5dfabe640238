package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.field.ContributedField;
import org.sencrm.api.field.FieldContribution;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.module.ModuleId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fields that modules offer now for types of others. A module is asked when somebody looks, not when its service comes:
 * it may itself need what is just starting. Thread safe.
 */
@Component(service = ContributedFields.class)
public final class ContributedFields {

    private static final Logger LOG = LoggerFactory.getLogger(ContributedFields.class);

    private final BundleContext context;
    private final Guard guard;
    private final Map<Object, Question> unasked = new LinkedHashMap<>();
    private final Map<Object, List<Offer>> offers = new LinkedHashMap<>();
    /** With the reason. */
    private final Map<Offer, String> refused = new HashMap<>();

    private final Set<String> changed = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private volatile Runnable follower = () -> {};

    @Activate
    public ContributedFields(BundleContext context, @Reference Guard guard) {
        this.context = context;
        this.guard = guard;
    }

    /** Outside of a container: contributions are added by hand. */
    public ContributedFields() {
        this.context = null;
        this.guard = null;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<FieldContribution> reference) {
        add(reference, ModuleId.of(reference.getBundle().getHeaders("")), () -> ask(reference));
    }

    void unbind(ServiceReference<FieldContribution> reference) {
        remove(reference);
    }

    private List<ContributedField> ask(ServiceReference<FieldContribution> reference) {
        FieldContribution found = context.getService(reference);
        if (found == null) {
            return List.of();
        }
        try {
            return guard.around(FieldContribution.class, found, () -> Locale.ENGLISH)
                    .fields();
        } finally {
            context.ungetService(reference);
        }
    }

    /** @param key by which it is removed again */
    public void add(Object key, String module, FieldContribution contribution) {
        synchronized (this) {
            unasked.put(key, new Question(module, contribution));
        }
        follower.run();
    }

    public void remove(Object key) {
        synchronized (this) {
            unasked.remove(key);
            List<Offer> gone = offers.remove(key);
            if (gone != null) {
                refused.keySet().removeAll(gone);
                gone.forEach(offer -> changed.add(offer.field().type()));
            }
        }
        follower.run();
    }

    /** Has this run whenever there is something to settle. */
    void follow(Runnable other) {
        follower = other;
    }

    /** Asks those who have not been asked yet; not while anything is held. */
    void ask() {
        Map<Object, Question> questions;
        synchronized (this) {
            questions = new LinkedHashMap<>(unasked);
        }
        questions.forEach((key, question) -> answered(key, question, question.offers()));
    }

    private synchronized void answered(Object key, Question question, List<Offer> found) {
        if (unasked.remove(key, question)) {
            offers.put(key, found);
            found.forEach(offer -> changed.add(offer.field().type()));
        }
    }

    /** Types whose offers have to be looked at. */
    synchronized Set<String> takeChanged() {
        Set<String> taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }

    void change(String type) {
        later(type);
        follower.run();
    }

    /** As above, but at the next round only. */
    synchronized void later(String type) {
        changed.add(type);
    }

    /** What is offered for a type and was not refused. */
    synchronized List<Offer> of(String type) {
        return offers.values().stream()
                .flatMap(List::stream)
                .filter(offer -> offer.field().type().equals(type) && !refused.containsKey(offer))
                .toList();
    }

    synchronized void refuse(Offer offer, String reason) {
        refused.put(offer, reason);
        LOG.error(
                "The field {}.{} of module {} is left out: {}",
                offer.field().type(),
                offer.field().name(),
                offer.module(),
                reason);
    }

    /** What was refused for a type may be possible now. */
    synchronized void reconsider(String type) {
        refused.keySet().removeIf(offer -> offer.field().type().equals(type));
    }

    /** Shows the values of a module's fields while it is away, or no more. */
    synchronized void show(String module, boolean visible) {
        if (visible) {
            shown.add(module);
        } else {
            shown.remove(module);
        }
    }

    synchronized boolean isShown(String module) {
        return shown.contains(module);
    }

    private record Question(String module, FieldContribution contribution) {

        private List<Offer> offers() {
            List<Offer> found = new ArrayList<>();
            try {
                // a list of the module's own kind does not stay here
                contribution.fields().forEach(field -> found.add(new Offer(module, field)));
            } catch (RuntimeException e) {
                LOG.error("The fields of module {} cannot be had", module, e);
                found.clear();
            }
            return found;
        }
    }
}
