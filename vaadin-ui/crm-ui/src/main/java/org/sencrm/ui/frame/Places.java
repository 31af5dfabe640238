package org.sencrm.ui.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.api.Screen;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.Contribution;
import org.sencrm.ui.host.HostContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where this person can go now: the record types and screens of the installed modules. */
final class Places {

    static final String ADMINISTRATION = "group.administration";

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);
    private static final String FIRST = "group.customers";
    private static final int LAST = 10_000;

    private final HostContext context;

    Places(HostContext context) {
        this.context = context;
    }

    Place home() {
        return new Place(Addresses.HOME, context.text("nav.home"), "home", "", 0);
    }

    /** Everything but home, by group; the group of administration comes last. */
    Map<String, List<Place>> byGroup() {
        Map<String, List<Place>> found = Stream.of(types(), screens(), administration())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Place::order).thenComparing(Place::label))
                .collect(Collectors.groupingBy(Place::group));
        Map<String, List<Place>> sorted = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparingInt(Places::rank).thenComparing(Map.Entry::getKey))
                .forEach(group -> sorted.put(group.getKey(), group.getValue()));
        return sorted;
    }

    /** Home and everything else in the order of the navigation. */
    List<Place> all() {
        List<Place> all = new ArrayList<>();
        all.add(home());
        byGroup().values().forEach(all::addAll);
        return all;
    }

    /** The modules' pages in the settings. */
    List<Place> settings() {
        List<Place> places = new ArrayList<>();
        for (Contribution<SettingsPage> page : context.offers().settingsPages()) {
            String path = page.content().path();
            String label = context.text("settings.of", context.text("settings.page." + path));
            places.add(new Place(Addresses.settings(path), label, page.content().icon(), ADMINISTRATION, LAST));
        }
        return places;
    }

    /** The types of which this person may create records. */
    List<RecordType> creatable() {
        return context.types().all().stream()
                .filter(type -> !type.group().isEmpty() && !type.administrative())
                .filter(type -> context.may(Right.CREATE, type.name()))
                .toList();
    }

    private List<Place> types() {
        boolean administrator = context.isAdministrator();
        return context.types().all().stream()
                .filter(type -> !type.group().isEmpty())
                .filter(type -> administrator || !type.administrative())
                .filter(type -> context.may(Right.READ, type.name()))
                .map(type -> new Place(
                        Addresses.list(type.name()),
                        context.messages().many(context.locale(), type.name()),
                        type.icon(),
                        type.group(),
                        type.order()))
                .toList();
    }

    private List<Place> screens() {
        List<Place> places = new ArrayList<>();
        for (Contribution<Screen> offered : context.offers().screens()) {
            Screen screen = offered.content();
            try {
                String label = context.text("screen." + screen.path());
                String address = Addresses.screen(screen.path());
                places.add(new Place(address, label, screen.icon(), screen.group(), screen.order()));
            } catch (Fault broken) {
                LOG.warn("A screen of {} is left out of the navigation", offered.module(), broken);
            }
        }
        return places;
    }

    private List<Place> administration() {
        if (!context.isAdministrator()) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        if (context.services().modules().isPresent()) {
            places.add(new Place(Addresses.MODULES, context.text("nav.modules"), "puzzle", ADMINISTRATION, LAST));
        }
        places.add(new Place(Addresses.SETTINGS, context.text("nav.settings"), "gear", ADMINISTRATION, LAST + 1));
        return places;
    }

    private static int rank(Map.Entry<String, List<Place>> group) {
        return switch (group.getKey()) {
            case FIRST -> -1;
            case ADMINISTRATION -> Integer.MAX_VALUE;
            default -> group.getValue().get(0).order();
        };
    }
}
