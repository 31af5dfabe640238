package org.sencrm.ui.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;

/** Record types for tests. */
public final class TypeSamples implements RecordTypes {

    private final List<RecordType> all = new ArrayList<>();

    public static Field field(String name, FieldKind kind, String... targets) {
        return new Field(name, kind, false, false, false, false, 0, List.of(targets), List.of(), true, false, false);
    }

    public static Field system(String name, FieldKind kind, String... targets) {
        return new Field(name, kind, false, true, false, false, 0, List.of(targets), List.of(), false, true, false);
    }

    public static RecordType type(String name, String boardField, Field... fields) {
        return new RecordType(name, "crm-test", "name", "box", "group.sales", 1, boardField, false, List.of(fields));
    }

    /** Deals with a stage, an amount and an account. */
    public static RecordType deals() {
        return type(
                "deals",
                "stage",
                field("name", FieldKind.TEXT),
                field("account", FieldKind.REFERENCE, "accounts"),
                field("stage", FieldKind.CHOICE),
                field("amount", FieldKind.MONEY),
                field("probability", FieldKind.PERCENT),
                field("closedOn", FieldKind.DATE),
                field("phone", FieldKind.PHONE),
                field("secret", FieldKind.STRUCTURE),
                system("owner", FieldKind.REFERENCE, "users"),
                system("createdAt", FieldKind.DATE_TIME));
    }

    public TypeSamples with(RecordType type) {
        all.add(type);
        return this;
    }

    @Override
    public List<RecordType> all() {
        return List.copyOf(all);
    }

    @Override
    public Optional<RecordType> find(String name) {
        return all.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    @Override
    public RecordType get(String name) {
        return find(name).orElseThrow(() -> new NotFound(name));
    }

    @Override
    public List<Choice> choices(String type, String field, Locale locale) {
        return "stage".equals(field)
                ? List.of(new Choice("Engaging", "Đang trao đổi", "info"), new Choice("Won", "Thắng", "good"))
                : List.of();
    }
}
