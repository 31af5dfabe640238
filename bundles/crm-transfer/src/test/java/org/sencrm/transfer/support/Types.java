package org.sencrm.transfer.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;

/** A few record types of the product, declared by hand. */
public final class Types implements RecordTypes {

    private final Map<String, RecordType> types = new LinkedHashMap<>();

    public Types() {
        add("users", text("name", true), unique("userName"), kind("email", FieldKind.EMAIL));
        replaceTeam("users");
        add("teams", text("name", true), reference("parent", "teams", true), reference("manager", "users", false));
        add(
                "accounts",
                text("name", true),
                text("sector", false),
                kind("website", FieldKind.URL),
                kind("phone", FieldKind.PHONE),
                kind("employees", FieldKind.NUMBER),
                kind("annualRevenue", FieldKind.MONEY),
                kind("foundedYear", FieldKind.NUMBER),
                kind("address", FieldKind.ADDRESS),
                reference("parent", "accounts", false),
                choice("status", "suspect", "prospect", "customer", "former"));
        add(
                "products",
                text("name", true),
                text("code", false),
                text("series", false),
                kind("price", FieldKind.MONEY),
                kind("active", FieldKind.BOOLEAN));
        add(
                "opportunities",
                text("name", false),
                reference("account", "accounts", false),
                reference("product", "products", false),
                choice("stage", "Prospecting", "Engaging", "Won", "Lost"),
                kind("amount", FieldKind.MONEY),
                kind("probability", FieldKind.PERCENT),
                kind("engagedOn", FieldKind.DATE),
                kind("closedOn", FieldKind.DATE),
                kind("nextCallAt", FieldKind.DATE_TIME),
                kind("effort", FieldKind.DURATION),
                references("helpers", "users"),
                choices("tags", "hot", "cold"),
                kind("note", FieldKind.LONG_TEXT));
    }

    /** Takes a type away, as when its module is not there. */
    public RecordType remove(String name) {
        return types.remove(name);
    }

    public void put(RecordType type) {
        types.put(type.name(), type);
    }

    @Override
    public List<RecordType> all() {
        return List.copyOf(types.values());
    }

    @Override
    public Optional<RecordType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    @Override
    public RecordType get(String name) {
        return find(name).orElseThrow(() -> new NotFound(name));
    }

    @Override
    public List<Choice> choices(String type, String field, Locale locale) {
        boolean vietnamese = locale.getLanguage().equals("vi");
        return get(type).field(field).orElseThrow().options().stream()
                .map(code -> new Choice(code, vietnamese && code.equals("Won") ? "Thắng" : code, "neutral"))
                .toList();
    }

    private void add(String name, Field... own) {
        List<Field> fields = new ArrayList<>(List.of(own));
        fields.add(system("id", FieldKind.TEXT, List.of(), true, true));
        fields.add(system("owner", FieldKind.REFERENCE, List.of("users"), false, false));
        fields.add(system("team", FieldKind.REFERENCE, List.of("teams"), false, false));
        fields.add(system("createdAt", FieldKind.DATE_TIME, List.of(), true, false));
        fields.add(system("externalId", FieldKind.TEXT, List.of(), false, true));
        types.put(name, new RecordType(name, "test", "name", "file", "", 0, null, false, fields));
    }

    /** The team of a user may be created by an import. */
    private void replaceTeam(String type) {
        List<Field> fields = new ArrayList<>();
        for (Field field : get(type).fields()) {
            fields.add(field.name().equals("team") ? reference("team", "teams", true) : field);
        }
        types.put(type, new RecordType(type, "test", "name", "file", "", 0, null, false, fields));
    }

    private static Field text(String name, boolean required) {
        return new Field(
                name, FieldKind.TEXT, required, false, false, true, 200, List.of(), List.of(), true, false, false);
    }

    private static Field unique(String name) {
        return new Field(name, FieldKind.TEXT, false, false, true, true, 200, List.of(), List.of(), true, false, false);
    }

    private static Field kind(String name, FieldKind kind) {
        return new Field(name, kind, false, false, false, false, 0, List.of(), List.of(), true, false, false);
    }

    private static Field reference(String name, String target, boolean creates) {
        return new Field(
                name,
                FieldKind.REFERENCE,
                false,
                false,
                false,
                false,
                0,
                List.of(target),
                List.of(),
                true,
                false,
                creates);
    }

    private static Field references(String name, String target) {
        return new Field(
                name,
                FieldKind.REFERENCES,
                false,
                false,
                false,
                false,
                0,
                List.of(target),
                List.of(),
                true,
                false,
                false);
    }

    private static Field choice(String name, String... options) {
        return new Field(
                name, FieldKind.CHOICE, false, false, false, false, 0, List.of(), List.of(options), true, false, false);
    }

    private static Field choices(String name, String... options) {
        return new Field(
                name,
                FieldKind.CHOICES,
                false,
                false,
                false,
                false,
                0,
                List.of(),
                List.of(options),
                true,
                false,
                false);
    }

    private static Field system(String name, FieldKind kind, List<String> targets, boolean readOnly, boolean unique) {
        return new Field(name, kind, false, readOnly, unique, false, 0, targets, List.of(), false, true, false);
    }
}
