package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.StoredType;

/** Reads a layout out of what somebody sends, with all that is wrong with it. */
final class LayoutReading {

    private static final String SECTIONS = "sections";
    private static final String HIDDEN = "hidden";
    private static final int MOST_SECTIONS = 50;
    /** More than a type can have; a bound for those that somebody makes up. */
    private static final int MOST_FIELDS = 2 * StoredCustomFields.MOST_FIELDS;

    /** A field that is not there now may have a place; what never could be a field may not. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,49}");

    private final Faults faults;
    private final Messages messages;

    LayoutReading(Faults faults, Messages messages) {
        this.faults = faults;
        this.messages = messages;
    }

    /** @param before what is there, of version 0 where nothing is stored */
    RecordLayout read(Caller caller, StoredType type, RecordLayout before, Map<String, ?> members) {
        Description description = new Description(members, Set.of(SECTIONS, HIDDEN), caller, faults);
        List<RecordLayout.Section> sections = sections(description);
        Set<String> hidden = new LinkedHashSet<>(names(description, HIDDEN, members.get(HIDDEN)));
        description.refuseIfWrong();
        refuseTwice(description, sections, hidden);
        sections.forEach(section -> refuseForeign(description, type, SECTIONS, section.fields()));
        refuseForeign(description, type, HIDDEN, hidden);
        hidden.stream()
                .filter(name -> Arranged.isNeeded(type, name))
                .findFirst()
                .ifPresent(name -> description.error(
                        HIDDEN, "refused", "fault.layout.needed", messages.field(caller.locale(), type.name(), name)));
        description.refuseIfWrong();
        return new RecordLayout(type.name(), before.role(), sections, hidden, before.version() + 1);
    }

    private static List<RecordLayout.Section> sections(Description description) {
        if (!(description.get(SECTIONS) instanceof List<?> given) || given.size() > MOST_SECTIONS) {
            description.error(SECTIONS, "format", "fault.layout.sections", MOST_SECTIONS);
            return List.of();
        }
        List<RecordLayout.Section> sections = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (Object one : given) {
            RecordLayout.Section section = section(description, one);
            if (section.isMain() && !sections.isEmpty()) {
                description.error(SECTIONS, "required", "fault.layout.heading");
            } else if (!section.word().isEmpty() && !words.add(section.word())) {
                description.error(SECTIONS, "notUnique", "fault.layout.wordTwice", section.word());
            }
            sections.add(section);
        }
        return sections;
    }

    private static RecordLayout.Section section(Description description, Object given) {
        Map<?, ?> members = given instanceof Map<?, ?> named ? named : Map.of();
        Object word = members.get("word");
        boolean wordFits = word == null
                || word instanceof String text
                        && (text.isEmpty() || NAME.matcher(text).matches());
        boolean known = Set.of("word", "label", "fields").containsAll(members.keySet());
        if (!(given instanceof Map<?, ?>) || !wordFits || !known) {
            description.error(SECTIONS, "format", "fault.layout.sections", MOST_SECTIONS);
            word = "";
        }
        Object label = members.get("label");
        boolean none = label == null || label instanceof Map<?, ?> texts && texts.isEmpty();
        return new RecordLayout.Section(
                word == null ? "" : (String) word,
                none ? Map.of() : description.label(SECTIONS, label),
                names(description, SECTIONS, members.get("fields")));
    }

    private static List<String> names(Description description, String member, Object given) {
        List<?> list = given == null ? List.of() : given instanceof List<?> names ? names : null;
        boolean fits = list != null
                && list.size() <= MOST_FIELDS
                && list.stream()
                        .allMatch(name -> name instanceof String text
                                && NAME.matcher(text).matches());
        if (!fits) {
            description.error(member, "format", "fault.layout.fields");
            return List.of();
        }
        return list.stream().map(String.class::cast).toList();
    }

    private static void refuseTwice(Description description, List<RecordLayout.Section> sections, Set<String> hidden) {
        Set<String> seen = new HashSet<>(hidden);
        sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(name -> description.error(SECTIONS, "notUnique", "fault.layout.twice", name));
    }

    /** Fields that are there and stand in no form, such as the id. */
    private static void refuseForeign(Description description, StoredType type, String member, Iterable<String> names) {
        for (String name : names) {
            if (type.field(name).isPresent() && !Arranged.isArranged(type.require(name))) {
                description.error(member, "unknownField", "fault.layout.field", name);
            }
        }
    }
}
