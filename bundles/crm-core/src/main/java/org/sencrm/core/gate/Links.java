package org.sencrm.core.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The field that says to whose company a record of the type belongs; empty for none. */
    public static Optional<StoredField> toCompany(StoredType type) {
        return SystemFields.ACCOUNTS.equals(type.name())
                ? Optional.empty()
                : type.fields().stream().filter(Links::mayPointToAccounts).findFirst();
    }

    /** As {@link #toCompany}, where nothing but accounts fits into the field. */
    public static Optional<StoredField> toAccount(StoredType type) {
        return toCompany(type).filter(field -> field.second() == null);
    }

    private static boolean mayPointToAccounts(StoredField field) {
        List<String> targets = field.field().targets();
        return field.kind() == FieldKind.REFERENCE
                && !field.isComputed()
                && (targets.contains(SystemFields.ACCOUNTS) || targets.contains(ANY));
    }

    /** Whether a record with these values belongs to the company. */
    static boolean hold(StoredType type, Map<String, Object> values, long account) {
        if (SystemFields.ACCOUNTS.equals(type.name())) {
            return Long.toString(account).equals(values.get(SystemFields.ID));
        }
        return toCompany(type)
                .map(field -> values.get(field.name()))
                .filter(value -> isTo(value, account))
                .isPresent();
    }

    /** Adds how to find them, beginning with {@code or}. */
    static void or(Sql condition, StoredType type, long account) {
        if (SystemFields.ACCOUNTS.equals(type.name())) {
            condition.add(" or ID=?", account);
        } else {
            toCompany(type).ifPresent(field -> or(condition, field, account));
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

    private static boolean isTo(Object value, long account) {
        return value instanceof Reference reference
                && reference.id() == account
                && SystemFields.ACCOUNTS.equals(reference.type());
    }
}
