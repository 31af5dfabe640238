package org.sencrm.ui.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.ui.host.HostContext;

/** The fields by which records of a type can be filtered: its own, and those of the records that it points to. */
final class FieldPaths {

    private static final String OWNER = "owner";

    /** Whether the person has marked the record: the engine knows it of every type, though it is no value of the record. */
    private static final Field FAVOURITE = new Field(
            "favourite", FieldKind.BOOLEAN, false, true, false, false, 0, List.of(), List.of(), false, true, false);

    private final RecordTypes types;
    private final RecordType type;

    FieldPaths(RecordTypes types, RecordType type) {
        this.types = types;
        this.type = type;
    }

    RecordType type() {
        return type;
    }

    /** What a selector of RSQL names; empty where that is unknown or more than one step away. */
    Optional<FieldPath> find(String selector) {
        int dot = selector.indexOf('.');
        if (dot < 0) {
            return type.field(selector)
                    .or(() ->
                            Optional.of(FAVOURITE).filter(field -> field.name().equals(selector)))
                    .map(field -> new FieldPath(selector, type, field, null));
        }
        return type.field(selector.substring(0, dot))
                .flatMap(via -> target(via)
                        .flatMap(target -> target.field(selector.substring(dot + 1))
                                .map(field -> new FieldPath(selector, target, field, via))));
    }

    private Optional<RecordType> target(Field via) {
        return via.kind() == FieldKind.REFERENCE
                ? Optional.ofNullable(via.target()).flatMap(types::find)
                : Optional.empty();
    }

    /** Those that the person can ask for, the type's own first. */
    List<FieldPath> offered(HostContext context) {
        List<FieldPath> offered = new ArrayList<>();
        List<Field> own = asked(context, type);
        own.forEach(field -> offered.add(new FieldPath(field.name(), type, field, null)));
        offered.add(new FieldPath(FAVOURITE.name(), type, FAVOURITE, null));
        for (Field via : own) {
            target(via)
                    .filter(target -> context.may(Right.READ, target.name()))
                    .ifPresent(target -> asked(context, target).stream()
                            .filter(field -> !field.system() || OWNER.equals(field.name()))
                            .forEach(field ->
                                    offered.add(new FieldPath(via.name() + "." + field.name(), target, field, via))));
        }
        return offered;
    }

    private static List<Field> asked(HostContext context, RecordType of) {
        Set<String> hidden = context.services().access().hiddenFields(context.caller(), of.name());
        return of.fields().stream()
                .filter(field -> !Operator.of(field.kind()).isEmpty())
                .filter(field -> !hidden.contains(field.name()) && !"id".equals(field.name()))
                .toList();
    }
}
