package org.sencrm.core.filter;

import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.LogicalOperator;
import cz.jirutka.rsql.parser.ast.Node;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;
import org.sencrm.core.value.Refusal;

/**
 * Writes a filter as a condition on the columns of one table. Names come only from the declared types and only where the
 * caller may read the field; values are bound. A path through a reference becomes {@code in (select …)} behind the gate of
 * the type that it leads to.
 */
public final class FilterWriter {

    /** Asks for the members of a set, of any type; a field of that name comes first. */
    private static final String SET = "set";

    private static final String SETS = "sets";
    private static final int DEEPEST_SETS = 3;
    private static final int MOST_SETS = 20;
    /** Asks for what the caller has marked, of any type; a field of that name comes first. */
    private static final String FAVOURITE = "favourite";

    private static final int LONGEST_PATH = 4;
    private static final int MANY_VALUES = 20;
    private static final int LONGEST_NAME_SHOWN = 60;

    private final TypeRegistry types;
    private final Faults faults;
    private final FilterParser parser;
    private final Clock clock;
    private final Database database;
    private final SetReader sets;

    /** @param clock says which day it is for whoever asks, in the caller's zone */
    public FilterWriter(TypeRegistry types, Faults faults, Database database, Clock clock) {
        this.types = types;
        this.database = database;
        this.sets = new SetReader(database);
        this.faults = faults;
        this.parser = new FilterParser(faults);
        this.clock = clock;
    }

    /** The condition; empty for an empty filter. {@link InvalidRequest} where the filter makes no sense for the caller. */
    public Sql write(Caller caller, Rights rights, StoredType type, String rsql) {
        return rsql.isBlank() ? new Sql() : new Pass(caller, rights).node(type, parser.parse(caller, rsql));
    }

    /** All that the filter names: fields, and paths along references. */
    public Set<String> names(Caller caller, String rsql) {
        return rsql.isBlank() ? Set.of() : FilterNames.of(parser.parse(caller, rsql));
    }

    /** Whether what the filter finds may become another while no record of the type changes: relative days, trees. */
    public boolean moves(Caller caller, String rsql) {
        Set<Operator> operators = EnumSet.noneOf(Operator.class);
        if (!rsql.isBlank()) {
            each(parser.parse(caller, rsql), comparison -> operators.add(Operator.of(comparison.getOperator())));
        }
        return operators.contains(Operator.DURING) || operators.contains(Operator.UNDER);
    }

    private static void each(Node node, Consumer<ComparisonNode> work) {
        if (node instanceof LogicalNode group) {
            group.forEach(child -> each(child, work));
        } else {
            work.accept((ComparisonNode) node);
        }
    }

    /** Whether the condition names so many texts that looking each up is better than going through the list in its order. */
    public static boolean looksUp(Sql condition) {
        return condition.valueCount() >= MANY_VALUES && TextComparison.hasList(condition);
    }

    /** One filter on its way. */
    private final class Pass {

        private final Caller caller;
        private final Rights rights;
        private final LocalDate today;
        private int depth;
        private int asked;

        private Pass(Caller caller, Rights rights) {
            this.caller = caller;
            this.rights = rights;
            this.today = LocalDate.ofInstant(clock.instant(), caller.zone());
        }

        private Sql node(StoredType type, Node node) {
            return node instanceof LogicalNode group ? group(type, group) : comparison(type, (ComparisonNode) node);
        }

        private Sql group(StoredType type, LogicalNode group) {
            String glue = group.getOperator() == LogicalOperator.AND ? " and " : " or ";
            Sql all = Sql.of("(");
            boolean first = true;
            for (Node child : group) {
                all.add(first ? "" : glue).add(node(type, child));
                first = false;
            }
            return all.add(")");
        }

        private Sql comparison(StoredType type, ComparisonNode node) {
            List<String> path = Arrays.asList(node.getSelector().split("\\.", -1));
            if (path.size() > LONGEST_PATH) {
                throw unknownField(node.getSelector());
            }
            try {
                return along(type, path, node);
            } catch (Refusal | UnsuitableOperator e) {
                throw faults.badRequest(caller, "fault.filter.value", shown(node.getSelector()));
            }
        }

        private Sql along(StoredType type, List<String> path, ComparisonNode node) {
            if (path.equals(List.of(SET)) && type.field(SET).isEmpty()) {
                return inSets(type, Operator.of(node.getOperator()), node);
            }
            if (path.equals(List.of(FAVOURITE)) && type.field(FAVOURITE).isEmpty()) {
                return favourite(type, Operator.of(node.getOperator()), node.getArguments());
            }
            StoredField field = type.field(path.get(0))
                    .filter(found -> rights.sees(type, found))
                    .orElseThrow(() -> unknownField(node.getSelector()));
            Operator operator = Operator.of(node.getOperator());
            if (path.size() == 1) {
                return field(type, field, operator, node.getArguments());
            }
            List<String> rest = path.subList(1, path.size());
            if (field.kind() != FieldKind.REFERENCE) {
                throw unknownField(node.getSelector());
            } else if (rest.equals(List.of("id"))) {
                return field(type, field, operator, node.getArguments());
            } else if (rest.equals(List.of("type")) && field.second() != null) {
                return typeOf(field.second(), operator, node.getArguments());
            }
            StoredType target = types.stored(field.field().target())
                    .filter(found -> rights.may(Right.READ, found))
                    .orElseThrow(() -> unknownField(node.getSelector()));
            return Sql.of(field.column().name() + " in (select ID from " + target.table() + " where ")
                    .add(behindGate(target))
                    .add(along(target, rest, node))
                    .add(")");
        }

        private Sql behindGate(StoredType target) {
            Sql condition = rights.condition(Right.READ, target);
            return condition.isEmpty() ? condition : condition.add(" and ");
        }

        private Sql field(StoredType type, StoredField field, Operator operator, List<String> values) {
            if (operator == Operator.IS_NULL) {
                return Sql.of(field.column().name() + (isYes(values) ? " is null" : " is not null"));
            }
            if (operator == Operator.UNDER) {
                StoredType tree = tree(type, field);
                Sql gate = tree == null ? new Sql() : rights.condition(Right.READ, tree);
                return new SubtreeComparison(database, field, tree, gate).write(values);
            }
            if (field.isId() || operator == Operator.DURING) {
                return new ValueComparison(field, caller.zone(), today).write(operator, values);
            }
            return switch (field.kind()) {
                case CHOICES, REFERENCES -> new ListComparison(field).write(operator, values);
                case STRUCTURE -> throw new UnsuitableOperator();
                default ->
                    field.kind().isText()
                            ? new TextComparison(type, field).write(operator, values)
                            : new ValueComparison(field, caller.zone(), today).write(operator, values);
            };
        }

        /** The type of whose records the field holds ids. */
        private StoredType tree(StoredType type, StoredField field) {
            StoredType found =
                    field.isId() ? type : types.stored(field.field().target()).orElse(null);
            boolean seen = found != null
                    && rights.may(Right.READ, found)
                    && found.field("parent")
                            .filter(parent -> rights.sees(found, parent))
                            .isPresent();
            return seen ? found : null;
        }

        private Sql typeOf(Column column, Operator operator, List<String> values) {
            return switch (operator) {
                case EQUAL, NOT_EQUAL -> Sql.of(column.name() + operator.sql() + "?", values.get(0));
                case IN, NOT_IN ->
                    Sql.of(column.name() + " " + operator.sql() + " ").list(column.type(), values);
                default -> throw new UnsuitableOperator();
            };
        }

        private Sql inSets(StoredType type, Operator operator, ComparisonNode node) {
            if (!operator.isEquality() && !operator.isList()) {
                throw new UnsuitableOperator();
            }
            Sql any = Sql.of(operator.isNegative() ? "(not (" : "((");
            boolean first = true;
            for (String id : node.getArguments()) {
                any.add(first ? "" : " or ").add(inSet(type, id, node));
                first = false;
            }
            return any.add("))");
        }

        /** A live set is its filter, asked by whoever asks; sets may be made of sets, but not without end. */
        private Sql inSet(StoredType type, String id, ComparisonNode node) {
            SetReader.Found found = types.stored(SETS)
                    .filter(known -> rights.may(Right.READ, known))
                    .map(known -> sets.find(rights, known, number(id), type.name()))
                    .orElseThrow(() -> unknownSet(node));
            if (found.filter() == null) {
                return Sql.of("ID in (select RECORD_ID from CORE_SET_MEMBER where SET_ID=?)", number(id));
            }
            if (depth >= DEEPEST_SETS || ++asked > MOST_SETS) {
                throw faults.badRequest(caller, "fault.filter.tooBig");
            }
            depth++;
            Sql condition = node(type, parser.parse(caller, found.filter()));
            depth--;
            return condition;
        }

        private long number(String id) {
            try {
                return Long.parseLong(id);
            } catch (NumberFormatException e) {
                throw new UnsuitableOperator();
            }
        }

        private InvalidRequest unknownSet(ComparisonNode node) {
            return faults.badRequest(caller, "fault.filter.value", shown(node.getSelector()));
        }

        /** Whether the caller has marked the record. */
        private Sql favourite(StoredType type, Operator operator, List<String> values) {
            StoredType marks = types.stored(SystemFields.FAVOURITES).orElseThrow(() -> unknownField(FAVOURITE));
            StoredField record = marks.require("record");
            if (!operator.isEquality()) {
                throw new UnsuitableOperator();
            }
            boolean marked = isYes(values) != operator.isNegative();
            return Sql.of(
                            "ID " + (marked ? "" : "not ") + "in (select "
                                    + record.column().name() + " from " + marks.table()
                                    + " where DELETED_AT is null and OWNER_ID=?",
                            caller.userId())
                    .add(Sql.of(" and " + record.second().name() + "=?)", type.name()));
        }

        private boolean isYes(List<String> values) {
            return switch (values.get(0)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new UnsuitableOperator();
            };
        }

        private InvalidRequest unknownField(String selector) {
            return faults.badRequest(caller, "fault.filter.unknownField", shown(selector));
        }

        private String shown(String selector) {
            return selector.length() <= LONGEST_NAME_SHOWN ? selector : selector.substring(0, LONGEST_NAME_SHOWN) + "…";
        }
    }
}
