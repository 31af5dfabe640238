package org.sencrm.core.filter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/**
 * Asks for what lies beneath a record in the tree of its type, the record itself among it: of the id, or of a reference to
 * the type. The ids are read level by level, each by the index of the parent, as not every database goes down a tree by
 * itself. Whoever may not see a record comes to nothing beneath it.
 */
final class SubtreeComparison {

    /** The field by which records of a type stand beneath one of their own. */
    private static final String PARENT = "parent";

    private static final int MOST_LEVELS = 50;
    private static final int MOST_ROOTS = 50;
    private static final int MOST_IDS = 5_000;

    private final Database database;
    private final StoredField field;
    private final StoredType tree;
    private final StoredField parent;
    private final Sql gate;

    /**
     * @param tree the type of which the field holds ids; null where it is none that the caller may read
     * @param gate what holds for the records of the tree that the caller may see; empty for all
     */
    SubtreeComparison(Database database, StoredField field, StoredType tree, Sql gate) {
        this.database = database;
        this.field = field;
        this.tree = tree;
        this.gate = gate;
        this.parent = tree == null
                ? null
                : tree.field(PARENT)
                        .filter(found -> tree.name().equals(found.field().target()))
                        .orElse(null);
    }

    /** {@link UnsuitableOperator} also where the tree is too big to be asked for. */
    Sql write(List<String> roots) {
        if (parent == null || roots.size() > MOST_ROOTS) {
            throw new UnsuitableOperator();
        }
        List<Long> level = roots.stream().map(SubtreeComparison::id).toList();
        Set<Long> all = new LinkedHashSet<>(level);
        for (int depth = 0; depth < MOST_LEVELS && !level.isEmpty(); depth++) {
            level = children(level).stream().filter(all::add).toList();
            if (all.size() > MOST_IDS) {
                throw new UnsuitableOperator();
            }
        }
        return Sql.of(field.column().name() + " in ").list(ColumnType.LONG, new ArrayList<>(all));
    }

    private List<Long> children(List<Long> level) {
        Sql children = Sql.of("select ID from " + tree.table() + " where DELETED_AT is null and "
                        + parent.column().name() + " in ")
                .list(ColumnType.LONG, level);
        if (!gate.isEmpty()) {
            children.add(" and ").add(gate);
        }
        return database.read(connection -> children.query(connection, row -> row.getLong(1)));
    }

    private static Long id(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new UnsuitableOperator();
        }
    }
}
