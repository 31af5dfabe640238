package org.sencrm.core.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.field.ContributedField;
import org.sencrm.api.field.ContributedField.Trait;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.Column;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.value.Refusal;
import org.sencrm.core.value.Shape;
import org.sencrm.core.value.ValueKind;

/** A field that a module offers for a type of another, while it is there. Nothing of the module's classes is in it. */
record Offer(String module, ContributedField field) {

    private static final String ANY = "*";

    /** What is wrong with it in itself, for the log; empty for nothing. */
    Optional<String> flaw() {
        FieldKind kind = field.kind();
        boolean points = kind == FieldKind.REFERENCE || kind == FieldKind.REFERENCES;
        boolean chooses = kind == FieldKind.CHOICE || kind == FieldKind.CHOICES;
        String flaw = null;
        if (!FieldRules.isName(field.name())) {
            flaw = "it is no name for a field";
        } else if (storage().isEmpty()) {
            flaw = "fields of kind " + kind.code() + " cannot be added";
        } else if (points == field.targets().isEmpty()) {
            flaw = "a reference says what it may point to, and nothing else does";
        } else if (kind == FieldKind.REFERENCES
                && (field.targets().size() > 1 || field.targets().contains(ANY))) {
            flaw = "a list of references points to one type";
        } else if (!chooses && !field.options().isEmpty()) {
            flaw = "only a choice has options";
        } else if (field.is(Trait.UNIQUE) && !Definition.canBeUnique(kind)) {
            flaw = "values of its kind cannot be unique";
        } else if (field.initial() != null && (points || field.is(Trait.UNIQUE) || initial() == null)) {
            flaw = "its initial value does not suit it";
        }
        return Optional.ofNullable(flaw);
    }

    private Optional<Storage> storage() {
        return Storage.of(field.kind(), target());
    }

    /** As the registry knows it. */
    private String target() {
        List<String> targets = field.targets();
        return targets.isEmpty() ? null : targets.size() == 1 ? targets.get(0) : ANY;
    }

    /** Whether the field of the registry is the one that is offered. */
    boolean means(Definition kept) {
        return module.equals(kept.module()) && field.name().equals(kept.field().name());
    }

    /** Whether what is stored can still be read as the field is offered now. */
    boolean fits(Definition kept) {
        return storage().equals(Optional.of(kept.storage()));
    }

    /** What the registry keeps of it: enough to read its values without the module. */
    CustomField kept(boolean unique, long version) {
        return new CustomField(
                field.type(),
                field.name(),
                Map.of(),
                field.kind(),
                field.is(Trait.REQUIRED),
                unique,
                null,
                List.of(),
                target(),
                version);
    }

    /** As the engine reads and writes it. */
    StoredField stored(Definition kept) {
        Column column = kept.storage().column(kept.column());
        return new StoredField(
                declared(kept.field().unique() && field.is(Trait.UNIQUE)),
                column,
                kept.second() == null ? null : Storage.secondColumn(kept.second()),
                tones(),
                field.derivedFrom(),
                new StoredField.Added(kept.id(), initial()));
    }

    private Field declared(boolean unique) {
        FieldKind kind = field.kind();
        return new Field(
                field.name(),
                kind,
                field.is(Trait.REQUIRED),
                field.is(Trait.READ_ONLY),
                unique,
                field.is(Trait.SEARCHABLE) && kind.isText(),
                kind.isText() ? storage().orElseThrow().length() : 0,
                field.targets(),
                List.copyOf(tones().keySet()),
                field.is(Trait.LISTED),
                false,
                field.is(Trait.CREATES_TARGET));
    }

    /** Codes in their order, each with its tone. */
    private Map<String, String> tones() {
        Map<String, String> tones = new LinkedHashMap<>();
        for (String option : field.options()) {
            int colon = option.indexOf(':');
            tones.put(colon < 0 ? option : option.substring(0, colon), colon < 0 ? "" : option.substring(colon + 1));
        }
        return Collections.unmodifiableMap(tones);
    }

    /** In normal form; null where it makes no sense. An amount names its currency. */
    private Object initial() {
        try {
            Shape shape = new Shape(declared(false), storage().orElseThrow().column("DEFAULT"), () -> "");
            return ValueKind.of(field.kind()).accept(field.initial(), shape);
        } catch (Refusal e) {
            return null;
        }
    }
}
