package org.sencrm.transfer.run;

import java.util.List;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.transfer.mapping.Mapping;

/**
 * What is to be done, with everything settled.
 *
 * @param hidden fields that do not exist for the one who imports
 * @param key field by which rows find their record; null with mode create
 */
record ImportPlan(RecordType type, Set<String> hidden, Mapping mapping, String key, ImportOptions options) {

    boolean creates() {
        return options.mode() != ImportOptions.Mode.UPDATE;
    }

    boolean updates() {
        return options.mode() != ImportOptions.Mode.CREATE;
    }

    /** Whether a column points to records of the type that is being imported. */
    boolean pointsToItself() {
        return mapping.columns().stream()
                .anyMatch(column -> column.path().part() == null
                        && isReference(column.path().field())
                        && column.path().field().targets().contains(type.name()));
    }

    /** Whether the file is one of our own exports, by its header: then a dot is a decimal mark in any language. */
    boolean isOurOwnFile(List<String> header) {
        return header.contains("id")
                && mapping.columns().stream()
                        .allMatch(column -> column.name().equals(column.path().text()));
    }

    static boolean isReference(Field field) {
        return field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES;
    }
}
