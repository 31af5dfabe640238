package org.sencrm.core.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/**
 * What belongs to a company: its account, and the records of which the first reference to accounts is to it. That one says
 * whose a record is; a further one may name a competitor, who is not to read of it.
 */
public final class Links {

    private static final String ANY = "*";

    private Links() {}

    /** The field that only accounts fit into and that says to whose company a record of the type belongs; empty for none. */
    public static Optional<StoredField> toAccount(StoredType type) {
        return SystemFields.ACCOUNTS.equals(type.name())
                ? Optional.empty()
                : first(type, targets -> targets.equals(List.of(SystemFields.ACCOUNTS)));
    }

    /** Whether a record with these values belongs to the company. */
    static boolean hold(StoredType type, Map<String, Object> values, long account) {
        if (SystemFields.ACCOUNTS.equals(type.name())) {
            return Long.toString(account).equals(values.get(SystemFields.ID));
        }
        return field(type)
                .map(field -> values.get(field.name()))
                .filter(Reference.to(SystemFields.ACCOUNTS, account)::equals)
                .isPresent();
    }

    /** Adds how to find them, beginning with {@code or}. */
    static void or(Sql condition, StoredType type, long account) {
        if (SystemFields.ACCOUNTS.equals(type.name())) {
            condition.add(" or ID=?", account);
        } else {
            field(type).ifPresent(field -> or(condition, field, account));
        }
    }

    private static void or(Sql condition, StoredField field, long account) {
        if (field.second() == null) {
            condition.add(" or " + field.column().name() + "=?", account);
        } else {
            condition.add(
                    " or " + field.column().name() + "=? and " + field.second().name() + "=?",
                    account,
                    SystemFields.ACCOUNTS);
        }
    }

    private static Optional<StoredField> field(StoredType type) {
        return toAccount(type)
                .or(() -> first(type, targets -> targets.contains(SystemFields.ACCOUNTS) || targets.contains(ANY)));
    }

    private static Optional<StoredField> first(StoredType type, Predicate<List<String>> targets) {
        return type.fields().stream()
                .filter(field -> field.kind() == FieldKind.REFERENCE
                        && !field.isComputed()
                        && targets.test(field.field().targets()))
                .findFirst();
    }
}
