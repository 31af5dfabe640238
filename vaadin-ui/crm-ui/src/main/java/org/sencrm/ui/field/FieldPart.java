package org.sencrm.ui.field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;

/**
 * A part of a form or page, as the layout of the person has it.
 *
 * @param heading empty for the first part, which has none
 * @param fields in order
 */
public record FieldPart(String heading, List<Field> fields) {

    /** The fields of every record that layouts arrange. */
    private static final Set<String> ARRANGED = Set.of("owner", "team", "externalId");

    /** All parts that the person's screens of a type have, the one without a heading first; denied fields are among them. */
    public static List<FieldPart> of(HostContext context, RecordType type) {
        return of(context.services(), context.caller(), type);
    }

    /** As above, where there is no tab. */
    public static List<FieldPart> of(HostServices services, Caller caller, RecordType type) {
        return of(services.layouts().shown(caller, type.name()), services.messages(), caller.locale(), type);
    }

    static List<FieldPart> of(List<RecordLayout.Section> sections, Messages messages, Locale locale, RecordType type) {
        return sections.stream()
                .map(section -> new FieldPart(heading(messages, locale, section), fields(section, type)))
                .toList();
    }

    /** A type that was read a moment before may not have all of them. */
    private static List<Field> fields(RecordLayout.Section section, RecordType type) {
        return section.fields().stream()
                .map(type::field)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Names of the fields that the layout of the person leaves out. */
    public static Set<String> leftOut(HostContext context, RecordType type) {
        List<Field> shown = fields(of(context, type));
        return type.fields().stream()
                .filter(field -> !field.system() || ARRANGED.contains(field.name()))
                .filter(field -> field.kind() != FieldKind.STRUCTURE && !shown.contains(field))
                .map(Field::name)
                .collect(Collectors.toSet());
    }

    /** The fields of these parts, one after the other. */
    public static List<Field> fields(List<FieldPart> parts) {
        return parts.stream().flatMap(part -> part.fields().stream()).toList();
    }

    private static String heading(Messages messages, Locale locale, RecordLayout.Section section) {
        if (section.isMain()) {
            return "";
        }
        String own = section.label().get(locale.getLanguage());
        return own == null ? messages.text(locale, "section." + section.word()) : own;
    }

    public boolean isMain() {
        return heading.isEmpty();
    }

    /** The same part with those of its fields only. */
    public FieldPart only(Predicate<Field> wanted) {
        return new FieldPart(heading, fields.stream().filter(wanted).toList());
    }
}
