package org.sencrm.core.field;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.field.CustomField;
import org.sencrm.core.store.Database;
import org.sencrm.core.text.LiveTexts;
import org.sencrm.core.type.FieldSource;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredRule;
import org.sencrm.core.type.StoredType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the added fields of types from the registry: custom ones, whose labels it puts among the product's texts, and those
 * of modules that are there.
 */
@Component(service = {FieldSource.class, AddedFields.class})
public final class AddedFields implements FieldSource {

    private static final Logger LOG = LoggerFactory.getLogger(AddedFields.class);

    private final Database database;
    private final LiveTexts texts;
    private final ContributedFields contributed;
    private final FieldTable table = new FieldTable();
    private final RuleTable rules = new RuleTable();
    private final Columns columns = new Columns(table, Clock.systemUTC());
    private final Map<String, Long> generations = new ConcurrentHashMap<>();

    @Activate
    public AddedFields(
            @Reference Database database, @Reference LiveTexts texts, @Reference ContributedFields contributed) {
        this.database = database;
        this.texts = texts;
        this.contributed = contributed;
    }

    @Override
    public List<StoredField> added(StoredType declared) {
        try {
            return read(declared);
        } catch (RuntimeException e) {
            // the type is better there without them; whoever follows the generations tries again
            LOG.error("The added fields of {} cannot be read", declared, e);
            generations.remove(declared.name());
            return List.of();
        }
    }

    @Override
    public List<StoredRule> rules(StoredType declared) {
        try {
            return database.read(connection -> rules.of(connection, declared.name())).stream()
                    .map(CompiledRule::of)
                    .toList();
        } catch (RuntimeException e) {
            LOG.error("The rules of {} cannot be read", declared, e);
            generations.remove(declared.name());
            return List.of();
        }
    }

    private List<StoredField> read(StoredType declared) {
        // the generation first: what changes in between is read again
        long generation = database.read(connection -> table.generation(connection, declared.name()));
        Long before = generations.put(declared.name(), generation);
        if (before != null && before != generation) {
            contributed.reconsider(declared.name());
        }
        List<Definition> fields = new ArrayList<>(database.read(connection -> table.of(connection, declared.name())));
        if (!fields.isEmpty()) {
            database.write(connection -> {
                columns.mend(connection, database.dialect(), declared, fields);
                return null;
            });
        }
        List<Definition> custom = fields.stream().filter(Definition::isCustom).toList();
        texts.keep(declared.name(), labels(custom));
        warnOfHidden(declared, custom);
        return visible(declared, fields);
    }

    private List<StoredField> visible(StoredType declared, List<Definition> fields) {
        List<Offer> offers = contributed.of(declared.name());
        if (offers.stream().anyMatch(offer -> fields.stream().noneMatch(offer::means))) {
            contributed.change(declared.name());
        }
        List<StoredField> visible = new ArrayList<>();
        for (Definition field : fields) {
            if (field.isCustom()) {
                visible.add(field.stored());
            } else {
                offered(field, offers).ifPresent(visible::add);
            }
        }
        return visible;
    }

    private Optional<StoredField> offered(Definition field, List<Offer> offers) {
        Optional<StoredField> offered = offers.stream()
                .filter(offer -> offer.means(field) && offer.fits(field))
                .findFirst()
                .map(offer -> offer.stored(field));
        return offered.isEmpty() && contributed.isShown(field.module()) ? Optional.of(field.stored()) : offered;
    }

    private static void warnOfHidden(StoredType declared, List<Definition> fields) {
        fields.stream()
                .map(field -> field.field().name())
                .filter(declared::isTaken)
                .forEach(name -> LOG.warn(
                        "The custom field {} of {} stays out of sight: its module has a field of that name now",
                        name,
                        declared));
    }

    /** The generation of the type's fields that was read last; -1 where that failed, or the type never was there. */
    long generation(String type) {
        return generations.getOrDefault(type, -1L);
    }

    /** By language and key. */
    private static Map<String, Map<String, String>> labels(List<Definition> fields) {
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (Definition definition : fields) {
            CustomField field = definition.field();
            String key = field.type() + "." + field.name();
            put(labels, key, field.label());
            field.options().forEach(option -> put(labels, key + "." + option.code(), option.label()));
        }
        return labels;
    }

    private static void put(Map<String, Map<String, String>> labels, String key, Map<String, String> texts) {
        texts.forEach((language, text) ->
                labels.computeIfAbsent(language, any -> new HashMap<>()).put(key, text));
    }
}
