package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;

/** Retires the options that are taken away while records have them, those in the trash too: their names stay known. */
final class OptionUse {

    /** The options as they are wanted, and behind them those that cannot go yet. */
    List<CustomField.Option> settle(
            Connection connection, StoredType type, Definition stored, List<CustomField.Option> wanted)
            throws SQLException {
        Set<String> kept = wanted.stream().map(CustomField.Option::code).collect(Collectors.toSet());
        List<CustomField.Option> options = new ArrayList<>(wanted);
        for (CustomField.Option option : stored.field().options()) {
            if (!kept.contains(option.code()) && isUsed(connection, type, stored, option.code())) {
                options.add(new CustomField.Option(option.code(), option.label(), true));
            }
        }
        return options;
    }

    private static boolean isUsed(Connection connection, StoredType type, Definition field, String code)
            throws SQLException {
        boolean several = field.field().kind() == FieldKind.CHOICES;
        String question = "select ID from " + type.table() + " where "
                + (several ? "{fn locate(?, " + field.column() + ")}>0" : field.column() + "=?")
                + " fetch first 1 rows only";
        return Sql.of(question, several ? "," + code + "," : code).first(connection, row -> row.getLong(1)) != null;
    }
}
