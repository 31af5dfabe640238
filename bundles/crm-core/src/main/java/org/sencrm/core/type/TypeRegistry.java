package org.sencrm.core.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import javax.persistence.metamodel.EntityType;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.guard.ModuleAlarm;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record types of all persistence units that are there now, and those that administrators made. A type comes with the
 * unit of its module and goes with it; nothing of the module's classes is kept. Fields that were added at run time are among
 * those of the type.
 */
@Component(service = TypeRegistry.class)
public final class TypeRegistry implements RecordTypes {

    private static final Logger LOG = LoggerFactory.getLogger(TypeRegistry.class);
    private static final String UNIT_NAME = "osgi.unit.name";
    private static final String NEUTRAL = "neutral";
    private static final long LONGEST_CHANGE_MILLIS = 30_000;
    private static final long TURN_MILLIS = 50;

    private final Extensions extensions;
    private final Messages messages;
    private final FieldSource fields;
    private final OpenChoices openChoices;
    private final TypeUse use = new TypeUse();
    /** As their modules declare them. */
    private final Map<Object, List<StoredType>> units = new LinkedHashMap<>();

    private final List<ModuleAlarm> alarms = new CopyOnWriteArrayList<>();
    private final List<TypeObserver> observers = new CopyOnWriteArrayList<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final AtomicLong version = new AtomicLong();
    /** Modules whose records stay as they are. */
    private final Set<String> still = ConcurrentHashMap.newKeySet();

    private volatile Map<String, StoredType> types = Map.of();

    @Activate
    public TypeRegistry(
            @Reference Extensions extensions,
            @Reference Messages messages,
            @Reference FieldSource fields,
            @Reference OpenLists lists) {
        this.extensions = extensions;
        this.messages = messages;
        this.fields = fields;
        this.openChoices = new OpenChoices(lists, messages);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindAlarm(ModuleAlarm alarm) {
        alarms.add(alarm);
    }

    void unbindAlarm(ModuleAlarm alarm) {
        alarms.remove(alarm);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindUnit(EntityManagerFactory unit, Map<String, Object> properties) {
        String module = String.valueOf(properties.get(UNIT_NAME));
        try {
            List<Class<?>> entities = new ArrayList<>();
            for (EntityType<?> entity : unit.getMetamodel().getEntities()) {
                entities.add(entity.getJavaType());
            }
            install(properties.get(Constants.SERVICE_ID), module, entities);
        } catch (RuntimeException e) {
            LOG.error("The record types of module {} cannot be read", module, e);
        }
    }

    void unbindUnit(EntityManagerFactory unit, Map<String, Object> properties) {
        remove(properties.get(Constants.SERVICE_ID));
    }

    /**
     * Takes in the record types among the entities.
     *
     * @param unit by which they are removed again
     */
    public void install(Object unit, String module, Collection<Class<?>> entities) {
        LOG.info("Module {} brings the record types {}", module, take(unit, module, entities));
        tellFollowers();
    }

    /**
     * Takes in a type that no module declares, in place of the one that the unit had before.
     *
     * @param unit by which it is removed again
     */
    public void install(Object unit, StoredType type) {
        LOG.info("The record types {} are there", take(unit, List.of(type)));
        tellFollowers();
    }

    private synchronized List<StoredType> take(Object unit, String module, Collection<Class<?>> entities) {
        List<StoredType> found = new ArrayList<>();
        for (Class<?> entity : entities) {
            if (TypeReader.isRecord(entity)) {
                read(entity, module).ifPresent(found::add);
            }
        }
        return take(unit, found);
    }

    private synchronized List<StoredType> take(Object unit, List<StoredType> found) {
        units.put(unit, found);
        Map<String, StoredType> next = new TreeMap<>(types);
        List<StoredType> before = found.stream()
                .map(type -> types.get(type.name()))
                .filter(Objects::nonNull)
                .toList();
        List<StoredType> whole = found.stream().map(this::whole).toList();
        whole.forEach(type -> next.put(type.name(), type));
        publish(next);
        before.forEach(type -> observers.forEach(observer -> observer.gone(type)));
        whole.forEach(type -> observers.forEach(observer -> observer.appeared(type)));
        return whole;
    }

    private void publish(Map<String, StoredType> next) {
        types = Map.copyOf(next);
        openChoices.begin(next.values());
    }

    /** The declared type with the fields that were added to it. */
    private StoredType whole(StoredType declared) {
        return declared.with(fields.added(declared), fields.rules(declared));
    }

    /** Reads the added fields of a type again; not to be called inside a transaction. */
    public void refresh(String name) {
        if (replace(name)) {
            tellFollowers();
        }
    }

    private synchronized boolean replace(String name) {
        StoredType declared = declared(name).orElse(null);
        if (declared == null) {
            return false;
        }
        StoredType before = types.get(name);
        StoredType now = whole(declared);
        Map<String, StoredType> next = new TreeMap<>(types);
        next.put(name, now);
        publish(next);
        observers.forEach(observer -> observer.replaced(before, now));
        return true;
    }

    /** The type as its module declares it. */
    public synchronized Optional<StoredType> declared(String name) {
        return units.values().stream()
                .flatMap(List::stream)
                .filter(type -> type.name().equals(name))
                .reduce((older, newer) -> newer);
    }

    private Optional<StoredType> read(Class<?> entity, String module) {
        try {
            StoredType type = TypeReader.read(entity, module);
            StoredType other = types.get(type.name());
            if (other != null && !other.declared().module().equals(module)) {
                alarms.forEach(alarm -> alarm.misplaced(module, type.name()));
                throw new InvalidDeclaration(
                        "its name belongs to module " + other.declared().module());
            }
            return Optional.of(type);
        } catch (InvalidDeclaration e) {
            LOG.error("Module {} declares {}, which is left out: {}", module, entity.getSimpleName(), e.getMessage());
            return Optional.empty();
        }
    }

    public void remove(Object unit) {
        List<StoredType> gone = drop(unit);
        if (!gone.isEmpty()) {
            LOG.info("The record types {} are gone", gone);
            tellFollowers();
        }
    }

    private synchronized List<StoredType> drop(Object unit) {
        List<StoredType> leaving = units.getOrDefault(unit, List.of());
        units.remove(unit);
        // an updated module may have brought its types anew before the old ones leave
        List<StoredType> gone = leaving.stream()
                .filter(type -> declared(type.name()).isEmpty())
                .map(type -> types.get(type.name()))
                .toList();
        Map<String, StoredType> next = new TreeMap<>(types);
        gone.forEach(type -> next.remove(type.name()));
        publish(next);
        gone.forEach(type -> observers.forEach(observer -> observer.gone(type)));
        return gone;
    }

    /** Grows with every change of the types. */
    long version() {
        return version.get();
    }

    /** Has this run after every change of the types, on the thread that changed them. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    void leave(Runnable follower) {
        followers.remove(follower);
    }

    private void tellFollowers() {
        version.incrementAndGet();
        followers.forEach(Runnable::run);
    }

    /**
     * Keeps the fields of the type as they are until the thread's transaction is over, which every transaction does that
     * writes records.
     *
     * @return the type as it is from now on
     */
    public StoredType hold(Database database, StoredType type) {
        use.takePart(database, type.name());
        return types.getOrDefault(type.name(), type);
    }

    /** As {@link #hold}, for what somebody wants to change; {@link NotNow} where the records are kept as they are. */
    public StoredType holdToChange(Database database, StoredType type, Caller caller) {
        StoredType held = hold(database, type);
        if (still.contains(held.declared().module())) {
            throw new NotNow(messages.text(caller.locale(), "fault.still"));
        }
        return held;
    }

    /**
     * Refuses all changes of records of the module's types until {@link #letGo}. Returns when none is under way any more;
     * {@link NotNow} where that takes too long, and then nothing is refused.
     */
    public void keepStill(String module) {
        still.add(module);
        boolean done = false;
        try {
            types.values().stream()
                    .filter(type -> type.declared().module().equals(module))
                    .forEach(this::awaitChanges);
            done = true;
        } finally {
            if (!done) {
                letGo(module);
            }
        }
    }

    /** In short turns: while it waits, whoever wants to change something queues up behind it. */
    private void awaitChanges(StoredType type) {
        for (int tries = 0; tries < LONGEST_CHANGE_MILLIS / TURN_MILLIS; tries++) {
            if (alone(type, TURN_MILLIS, () -> {})) {
                return;
            }
        }
        throw new NotNow(messages.text(Locale.ENGLISH, "fault.field.busy"));
    }

    public void letGo(String module) {
        still.remove(module);
    }

    /** Does the work where within this time no transaction of this node holds the type; tells whether it was done. */
    public boolean alone(StoredType type, long waitMillis, Runnable work) {
        return use.alone(type.name(), waitMillis, work);
    }

    /** Tells the observer of the types that are there, and from then on of every change. */
    public synchronized void observe(TypeObserver observer) {
        observers.add(observer);
        types.values().forEach(observer::appeared);
    }

    public void ignore(TypeObserver observer) {
        observers.remove(observer);
    }

    @Override
    public List<RecordType> all() {
        return types.values().stream()
                .map(StoredType::declared)
                .sorted(Comparator.comparing(RecordType::group)
                        .thenComparing(RecordType::order)
                        .thenComparing(RecordType::name))
                .toList();
    }

    @Override
    public Optional<RecordType> find(String name) {
        return stored(name).map(StoredType::declared);
    }

    @Override
    public RecordType get(String name) {
        return find(name).orElseThrow(() -> new NotFound(messages.text(Locale.ENGLISH, "fault.noType")));
    }

    /** All types by name, as they are now: another map after every change. */
    public Map<String, StoredType> present() {
        return types;
    }

    public Collection<StoredType> stored() {
        return types.values();
    }

    public Optional<StoredType> stored(String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(types.get(name));
    }

    @Override
    public List<Choice> choices(String type, String field, Locale locale) {
        Optional<StoredField> found = stored(type).flatMap(known -> known.field(field));
        if (found.isEmpty() || !isChoice(found.get())) {
            return List.of();
        }
        if (found.get().field().isOpen()) {
            return openChoices.of(found.get().field().list(), locale);
        }
        Optional<ChoiceSource> source = extensions.choices().first(ChoiceSource.FIELD, type + "." + field);
        return source.map(present -> present.choices(locale))
                .orElseGet(() -> found.get().tones().entrySet().stream()
                        .map(option -> choice(type, field, option, locale))
                        .toList());
    }

    /** The codes that are offered for a choice field now. */
    public Set<String> codes(StoredType type, String field) {
        return choices(type.name(), field, Locale.ENGLISH).stream()
                .map(Choice::code)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Object> initialValues(String type) {
        Map<String, Object> values = new LinkedHashMap<>();
        stored(type).ifPresent(known -> values.putAll(known.initialValues()));
        return values;
    }

    private Choice choice(String type, String field, Map.Entry<String, String> option, Locale locale) {
        String own = type + "." + field + "." + option.getKey();
        String shared = "field." + field + "." + option.getKey();
        boolean isShared = !messages.has(locale, own) && messages.has(locale, shared);
        String label = messages.text(locale, isShared ? shared : own);
        return new Choice(option.getKey(), label, option.getValue().isEmpty() ? NEUTRAL : option.getValue());
    }

    /** What people added to lists of choices. */
    public OpenLists lists() {
        return openChoices.lists();
    }

    private static boolean isChoice(StoredField field) {
        return field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.CHOICES;
    }
}
