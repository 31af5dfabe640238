package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.RecordRule;
import org.sencrm.api.field.RecordRules;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.core.configuration.Namesakes;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.StoredType;

/**
 * Rules as a part of the configuration. A rule has no name, so it is known by what it is about: one that refuses by its
 * English message, one that shows by its field, one about choices by the two fields. Those that have all of it alike are
 * counted, the oldest first.
 */
@Component(property = {ConfigurationPart.NAME + "=rules", ConfigurationPart.ORDER + ":Integer=300"})
public final class RuleConfiguration implements ConfigurationPart {

    private static final String KIND = "kind";
    private static final String FIELD = "field";
    private static final String MESSAGE = "message";

    private final RecordRules rules;
    private final RecordTypes types;
    private final ForeseenTypes foreseen;
    private final Messages messages;
    private final Faults faults;

    @Activate
    public RuleConfiguration(
            @Reference RecordRules rules,
            @Reference RecordTypes types,
            @Reference ForeseenTypes foreseen,
            @Reference Messages messages) {
        this.rules = rules;
        this.types = types;
        this.foreseen = foreseen;
        this.messages = messages;
        this.faults = new Faults(messages);
    }

    @Override
    public List<ConfigurationItem> items(Caller caller) {
        List<ConfigurationItem> items = new ArrayList<>();
        for (RecordType type : types.all()) {
            byKey(caller, type.name())
                    .forEach((key, rule) ->
                            items.add(ConfigurationItem.added(key, rule.description(), TakeBack.UNDOABLE)));
        }
        return items;
    }

    private Map<String, RecordRule> byKey(Caller caller, String type) {
        return byKey(rules.list(caller, type));
    }

    /** @param rules of one type, the oldest first */
    static Map<String, RecordRule> byKey(List<RecordRule> rules) {
        Map<String, RecordRule> byKey = new LinkedHashMap<>();
        for (RecordRule rule : rules) {
            byKey.put(Namesakes.free(key(rule), byKey), rule);
        }
        return byKey;
    }

    private static String key(RecordRule rule) {
        String about = switch (rule.kind()) {
            case REFUSE -> rule.message().get("en");
            case SHOW -> rule.field();
            case CHOICES -> rule.field() + '/' + rule.by();
        };
        return rule.type() + '/' + rule.kind().code() + '/' + about;
    }

    @Override
    public Outline outline(Caller caller, String key, Map<String, Object> value) {
        String type = type(key);
        Set<Need> needs = new LinkedHashSet<>(Set.of(Need.type(type)));
        Stream.of(FIELD, "by")
                .map(value::get)
                .filter(Objects::nonNull)
                .forEach(name -> needs.add(Need.field(type, (String) name)));
        if (value.get("condition") instanceof String condition) {
            Expressions.sources(condition).forEach(source -> needs.add(Need.field(type, source)));
        }
        return new Outline(type, label(caller, type, value), needs, new HashSet<>());
    }

    private String label(Caller caller, String type, Map<String, Object> value) {
        Object message = value.get(MESSAGE) instanceof Map<?, ?> texts
                ? texts.get(caller.locale().getLanguage())
                : value.get(MESSAGE);
        String about = message != null
                ? message.toString()
                : messages.field(caller.locale(), type, Objects.toString(value.get(FIELD), ""));
        return faults.text(
                caller,
                "configuration.rule."
                        + RecordRule.Kind.of((String) value.get(KIND)).code(),
                about);
    }

    @Override
    public Map<String, Object> merge(Map<String, Object> there, Map<String, Object> wanted) {
        Map<String, Object> merged = ConfigurationPart.super.merge(there, wanted);
        merged.computeIfPresent(MESSAGE, (member, message) -> Translated.of(message));
        return merged;
    }

    @Override
    public Optional<String> refusal(
            Caller caller,
            String key,
            Map<String, Object> value,
            Map<String, Map<String, Map<String, Object>>> brought) {
        Foresight ahead = foreseen.with(caller, brought);
        StoredType type = ahead.type(type(key)).orElseThrow(() -> faults.noType(caller));
        Map<String, RecordRule> rules = ahead.rulesByKey(type);
        RecordRule there = rules.get(key);
        if (there == null && rules.size() >= StoredRecordRules.MOST_RULES) {
            return Optional.of(faults.text(caller, "fault.rule.tooMany", StoredRecordRules.MOST_RULES));
        }
        ahead.rule(type, there, value);
        return Optional.empty();
    }

    @Override
    public void put(Caller caller, String key, Map<String, Object> value) {
        String type = type(key);
        RecordRule there = byKey(caller, type).get(key);
        if (there == null) {
            rules.create(caller, type, value);
        } else {
            rules.update(caller, type, there.id(), there.version(), value);
        }
    }

    @Override
    public void takeBack(Caller caller, String key) {
        String type = type(key);
        RecordRule there = byKey(caller, type).get(key);
        if (there == null) {
            throw new NotFound(faults.text(caller, "fault.rule.none"));
        }
        rules.remove(caller, type, there.id(), there.version());
    }

    private static String type(String key) {
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }
}
