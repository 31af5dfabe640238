package org.sencrm.api.field;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sencrm.api.record.FieldKind;

/**
 * A field that a module adds to a record type of another module; see {@link FieldContribution}. Immutable: each method
 * gives a new one.
 *
 * <pre>{@code
 * ContributedField.of("accounts", "province", FieldKind.CHOICE).being(Trait.LISTED).offering("hn", "hcm", "dn")
 * ContributedField.of("accounts", "agent", FieldKind.REFERENCE).pointingTo("contacts")
 * ContributedField.of("accounts", "taxCode", FieldKind.TEXT).being(Trait.SEARCHABLE, Trait.UNIQUE)
 * }</pre>
 *
 * @param type name of the record type, e.g. {@code accounts}; no type of the product's own administration, as users are
 * @param name camel case, letters from a to z and digits, at most 40; the label is the message {@code <type>.<name>} of the
 *     module's own files. Never changes
 * @param kind any but {@link FieldKind#STRUCTURE}; may only change to a kind that is stored alike
 * @param traits what is special about it
 * @param options codes of fixed choices; {@code code:tone} gives a tone. Labels are the messages {@code
 *     <type>.<name>.<code>}. Empty for other kinds, and where a {@link org.sencrm.api.record.ChoiceSource} gives them
 * @param targets types that a reference may point to; {@code *} for any; empty for other kinds
 * @param initial the value that a new record begins with, in the kind's Java type; null for none
 * @param derivedFrom fields of the same type of which a hook of the module computes this one: whoever may not read one of
 *     them may not read this one
 */
public record ContributedField(
        String type,
        String name,
        FieldKind kind,
        Set<Trait> traits,
        List<String> options,
        List<String> targets,
        Object initial,
        Set<String> derivedFrom) {

    /** What may be special about a field. */
    public enum Trait {
        /** A new record without it is refused, and taking its value away; older records may be without it. */
        REQUIRED,
        /** Only hooks write it. */
        READ_ONLY,
        /** No two living records share a value; texts, numbers, dates and references only. */
        UNIQUE,
        /** Quick search looks into it; kinds of text only. */
        SEARCHABLE,
        /** Lists show it as a column unless the user chose other columns. */
        LISTED,
        /** An import may create the record that a name points to and that is not there yet. */
        CREATES_TARGET
    }

    public ContributedField {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
        options = List.copyOf(options);
        targets = List.copyOf(targets);
        derivedFrom = Set.copyOf(derivedFrom);
    }

    /** A field with nothing special about it. */
    public static ContributedField of(String type, String name, FieldKind kind) {
        return new ContributedField(type, name, kind, Set.of(), List.of(), List.of(), null, Set.of());
    }

    public ContributedField being(Trait... more) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(traits);
        all.addAll(Arrays.asList(more));
        return new ContributedField(type, name, kind, all, options, targets, initial, derivedFrom);
    }

    public ContributedField offering(String... codes) {
        return new ContributedField(type, name, kind, traits, List.of(codes), targets, initial, derivedFrom);
    }

    public ContributedField pointingTo(String... types) {
        return new ContributedField(type, name, kind, traits, options, List.of(types), initial, derivedFrom);
    }

    public ContributedField beginningWith(Object value) {
        return new ContributedField(type, name, kind, traits, options, targets, value, derivedFrom);
    }

    public ContributedField derivedFrom(String... fields) {
        Set<String> sources = new LinkedHashSet<>(Arrays.asList(fields));
        return new ContributedField(type, name, kind, traits, options, targets, initial, sources);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
