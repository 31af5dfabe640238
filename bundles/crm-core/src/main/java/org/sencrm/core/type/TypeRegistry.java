package org.sencrm.core.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.persistence.EntityManagerFactory;
import javax.persistence.metamodel.EntityType;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.core.extension.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record types of all persistence units that are there now. A type comes with the unit of its module and goes with it;
 * nothing of the module's classes is kept.
 */
@Component(service = {RecordTypes.class, TypeRegistry.class})
public final class TypeRegistry implements RecordTypes {

    private static final Logger LOG = LoggerFactory.getLogger(TypeRegistry.class);
    private static final String UNIT_NAME = "osgi.unit.name";
    private static final String NEUTRAL = "neutral";

    private final Extensions extensions;
    private final Messages messages;
    private final Map<Object, List<StoredType>> units = new HashMap<>();
    private final List<TypeObserver> observers = new CopyOnWriteArrayList<>();
    private volatile Map<String, StoredType> types = Map.of();

    @Activate
    public TypeRegistry(@Reference Extensions extensions, @Reference Messages messages) {
        this.extensions = extensions;
        this.messages = messages;
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
    public synchronized void install(Object unit, String module, Collection<Class<?>> entities) {
        List<StoredType> found = new ArrayList<>();
        for (Class<?> entity : entities) {
            if (TypeReader.isRecord(entity)) {
                read(entity, module).ifPresent(found::add);
            }
        }
        units.put(unit, found);
        Map<String, StoredType> next = new TreeMap<>(types);
        found.forEach(type -> next.put(type.name(), type));
        types = Map.copyOf(next);
        found.forEach(type -> observers.forEach(observer -> observer.appeared(type)));
        LOG.info("Module {} brings the record types {}", module, found);
    }

    private Optional<StoredType> read(Class<?> entity, String module) {
        try {
            StoredType type = TypeReader.read(entity, module);
            StoredType other = types.get(type.name());
            if (other != null && !other.declared().module().equals(module)) {
                throw new InvalidDeclaration(
                        "its name belongs to module " + other.declared().module());
            }
            return Optional.of(type);
        } catch (InvalidDeclaration e) {
            LOG.error("Module {} declares {}, which is left out: {}", module, entity.getSimpleName(), e.getMessage());
            return Optional.empty();
        }
    }

    public synchronized void remove(Object unit) {
        List<StoredType> leaving = units.remove(unit);
        if (leaving == null) {
            return;
        }
        Map<String, StoredType> next = new TreeMap<>(types);
        leaving.forEach(type -> next.remove(type.name(), type));
        types = Map.copyOf(next);
        leaving.forEach(type -> observers.forEach(observer -> observer.gone(type)));
        LOG.info("The record types {} are gone", leaving);
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
        Optional<ChoiceSource> source = extensions.choices().first(ChoiceSource.FIELD, type + "." + field);
        return source.map(present -> present.choices(locale))
                .orElseGet(() -> found.get().tones().entrySet().stream()
                        .map(option -> choice(type, field, option, locale))
                        .toList());
    }

    private Choice choice(String type, String field, Map.Entry<String, String> option, Locale locale) {
        String label = messages.text(locale, type + "." + field + "." + option.getKey());
        return new Choice(option.getKey(), label, option.getValue().isEmpty() ? NEUTRAL : option.getValue());
    }

    private static boolean isChoice(StoredField field) {
        return field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.CHOICES;
    }
}
