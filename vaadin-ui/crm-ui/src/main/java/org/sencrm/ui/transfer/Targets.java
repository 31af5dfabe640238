package org.sencrm.ui.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;

/** All that the columns of a file can go to in one record type, for one person. */
final class Targets {

    private final HostContext context;
    private final RecordType type;
    private final List<Target> all = new ArrayList<>();

    /** @param guessed paths that the preview proposes: offered besides the fields that can be written */
    Targets(HostContext context, String typeName, Collection<String> guessed) {
        this.context = context;
        type = context.types().get(typeName);
        Set<String> hidden = context.services().access().hiddenFields(context.caller(), typeName);
        type.fields().stream()
                .filter(field -> !hidden.contains(field.name()))
                .filter(field ->
                        guessed.contains(field.name()) || !field.readOnly() && field.kind() != FieldKind.STRUCTURE)
                .forEach(field -> all.add(new Target(field.name(), label(type, field.name()), field)));
        guessed.stream()
                .filter(path -> path.indexOf('.') > 0)
                .forEach(path -> through(path).ifPresent(all::add));
    }

    List<Target> all() {
        return List.copyOf(all);
    }

    Optional<Target> find(String path) {
        return all.stream().filter(target -> target.path().equals(path)).findFirst();
    }

    /** Label of a field, also of one that is no target. */
    String label(String path) {
        return find(path).map(Target::label).orElseGet(() -> label(type, path));
    }

    /** Paths of the fields without which a record is refused. */
    List<String> required() {
        return all.stream()
                .filter(target -> target.isOwn() && target.field().required())
                .map(Target::path)
                .toList();
    }

    /** Whether values of the field can tell one record from another. */
    static boolean canBeKey(Target target) {
        return target.isOwn()
                && target.field().kind().isText()
                && target.field().kind() != FieldKind.LONG_TEXT
                && target.field().kind() != FieldKind.RICH_TEXT
                && target.field().kind() != FieldKind.ADDRESS;
    }

    private Optional<Target> through(String path) {
        int dot = path.indexOf('.');
        String head = path.substring(0, dot);
        String own = label(type, head);
        Optional<RecordType> other = type.field(head)
                .map(Field::target)
                .flatMap(name -> context.types().find(name));
        String last = path.substring(dot + 1);
        return other.flatMap(found -> found.field(last))
                .map(field -> new Target(path, own + " → " + label(other.orElseThrow(), last), field))
                .or(() -> type.field(head)
                        .map(field -> new Target(path, own + " → " + context.text("import.part." + last), field)));
    }

    private String label(RecordType owner, String field) {
        return context.messages().field(context.locale(), owner.name(), field);
    }
}
