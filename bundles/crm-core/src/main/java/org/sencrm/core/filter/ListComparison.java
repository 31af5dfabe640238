package org.sencrm.core.filter;

import java.util.ArrayList;
import java.util.List;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;

/** Asks whether a list in one column holds a member; members stand between commas. */
public final class ListComparison {

    private final String column;

    ListComparison(StoredField field) {
        this.column = field.column().name();
    }

    Sql write(Operator operator, List<String> members) {
        if (!operator.isEquality() && !operator.isList()) {
            throw new UnsuitableOperator();
        }
        List<Sql> each = new ArrayList<>();
        members.forEach(member -> each.add(Sql.of(likes(column, "?"), pattern(member))));
        Sql any = Sql.of("(");
        for (int i = 0; i < each.size(); i++) {
            any.add(i == 0 ? "" : " or ").add(each.get(i));
        }
        any.add(")");
        return operator.isNegative() ? Sql.of("(not ").add(any).add(" or " + column + " is null)") : any;
    }

    /** The pattern of the lists that hold the member. */
    public static String pattern(String member) {
        return "%," + LikePattern.escape(member) + ",%";
    }

    /** The condition that a list is of a pattern. */
    public static String likes(String column, String pattern) {
        return column + " like " + pattern + LikePattern.ESCAPE;
    }
}
