package org.sencrm.core.customtype;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.field.CustomType;
import org.sencrm.core.field.FieldUpkeep;
import org.sencrm.core.store.Database;
import org.sencrm.core.text.LiveTexts;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the custom types that are not retired among the record types, and their labels among the texts: from the start, and
 * after every change, be it one of another node.
 */
@Component(service = ShownTypes.class, immediate = true)
public final class ShownTypes {

    private static final Logger LOG = LoggerFactory.getLogger(ShownTypes.class);

    /** Owner of the texts; no record type has such a name. */
    private static final String TEXTS = "custom types";

    private final Database database;
    private final TypeRegistry types;
    private final LiveTexts texts;
    private final FieldUpkeep upkeep;
    private final TypeTable table = new TypeTable();
    private final Runnable look = this::follow;

    private final Map<String, CustomType> shown = new LinkedHashMap<>();
    private long seen;

    @Activate
    public ShownTypes(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference LiveTexts texts,
            @Reference FieldUpkeep upkeep) {
        this.database = database;
        this.types = types;
        this.texts = texts;
        this.upkeep = upkeep;
    }

    @Activate
    public void open() {
        try {
            follow();
        } catch (RuntimeException e) {
            LOG.warn("The custom types cannot be read; it is tried again", e);
        }
        upkeep.follow(look);
    }

    @Deactivate
    public synchronized void close() {
        upkeep.leave(look);
        shown.keySet().forEach(name -> types.remove(unit(name)));
        shown.clear();
    }

    /** Takes in what changed since the last time. */
    synchronized void follow() {
        // the number first: what changes in between is read again
        long changes = database.read(table::changes);
        if (changes == seen) {
            return;
        }
        List<Registered> all = database.read(table::all);
        texts.keep(TEXTS, labels(all));
        for (Registered one : all) {
            CustomType type = one.type();
            if (type.retired()) {
                hide(type.name());
            } else if (!type.equals(shown.get(type.name()))) {
                types.install(unit(type.name()), one.stored());
                shown.put(type.name(), type);
            }
        }
        seen = changes;
    }

    private void hide(String name) {
        if (shown.remove(name) != null) {
            types.remove(unit(name));
        }
    }

    private static String unit(String name) {
        return "custom type " + name;
    }

    /** By language and key. */
    private static Map<String, Map<String, String>> labels(List<Registered> all) {
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (Registered one : all) {
            CustomType type = one.type();
            put(labels, "type." + type.name(), type.label());
            put(labels, "type." + type.name() + ".plural", type.plural());
            put(labels, type.name() + ".name", type.nameLabel());
        }
        return labels;
    }

    private static void put(Map<String, Map<String, String>> labels, String key, Map<String, String> byLanguage) {
        byLanguage.forEach((language, text) ->
                labels.computeIfAbsent(language, any -> new HashMap<>()).put(key, text));
    }
}
