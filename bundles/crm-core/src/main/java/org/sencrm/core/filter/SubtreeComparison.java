package org.sencrm.core.filter;

import java.util.List;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/**
 * Asks for what lies beneath a record in the tree of its type, the record itself among it: of the id, or of a reference to
 * the type. The levels are joined one by one, as not every database knows how to go on by itself; each join finds the
 * children by the index of their parent. Whoever may not see a record comes to nothing beneath it.
 */
final class SubtreeComparison {

    /** The field by which records of a type stand beneath one of their own. */
    private static final String PARENT = "parent";

    private static final int LEVELS = 10;
    private static final int MOST_ROOTS = 50;

    private final StoredField field;
    private final StoredType tree;
    private final StoredField parent;
    private final Sql gate;

    /**
     * @param tree the type of which the field holds ids; null where it is none that the caller may read
     * @param gate what holds for the records of the tree that the caller may see; empty for all
     */
    SubtreeComparison(StoredField field, StoredType tree, Sql gate) {
        this.field = field;
        this.tree = tree;
        this.gate = gate;
        this.parent = tree == null
                ? null
                : tree.field(PARENT)
                        .filter(found -> tree.name().equals(found.field().target()))
                        .orElse(null);
    }

    Sql write(List<String> roots) {
        if (parent == null || roots.size() > MOST_ROOTS) {
            throw new UnsuitableOperator();
        }
        List<Long> ids = roots.stream().map(SubtreeComparison::id).toList();
        Sql all = Sql.of("(" + field.column().name() + " in ").list(ColumnType.LONG, ids);
        for (int depth = 1; depth <= LEVELS; depth++) {
            all.add(" or " + field.column().name() + " in (")
                    .add(level(depth))
                    .list(ColumnType.LONG, ids)
                    .add(")");
        }
        return all.add(")");
    }

    /** {@code select T1.ID from T T1 join T T2 on T1.PARENT = T2.ID … where Tn.PARENT in}. */
    private Sql level(int depth) {
        String up = "." + parent.column().name();
        Sql level = Sql.of("select T1.ID from ").add(members()).add(" T1");
        for (int i = 2; i <= depth; i++) {
            level.add(" join ").add(members()).add(" T" + i + " on T" + (i - 1) + up + "=T" + i + ".ID");
        }
        return level.add(" where T" + depth + up + " in ");
    }

    private Sql members() {
        return gate.isEmpty()
                ? Sql.of(tree.table())
                : Sql.of("(select ID, " + parent.column().name() + " from " + tree.table() + " where ")
                        .add(gate)
                        .add(")");
    }

    private static Long id(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new UnsuitableOperator();
        }
    }
}
