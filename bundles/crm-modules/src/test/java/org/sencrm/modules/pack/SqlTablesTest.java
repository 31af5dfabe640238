package org.sencrm.modules.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into a_b (x) select y from other where z = ';'",
                "INSERT INTO \"A_B\" VALUES (1)",
                "update only public.a_b set x = (select max(y) from other)",
                "delete from a_b where x in (select y from other)",
                "create table if not exists a_b (x int not null /* , */, y int)",
                "create table a_b (x int references a_b on delete cascade on update no action)",
                "alter table a_b drop column x",
                "alter table a_b rename column x to y",
                "drop table if exists a_b",
                "create unique index ix on a_b (x)",
                "-- a word\nupdate a_b set x = 1 where y like 'drop table other'",
            })
    void theTableThatAStatementChanges(String sql) throws Exception {
        assertEquals(Set.of("A_B"), tables(sql));
    }

    @Test
    void allTablesOfAllStatements() throws Exception {
        assertEquals(
                Set.of("A", "B", "C", "D"),
                tables("update a set x = 1; delete from b;\n"
                        + "alter table c rename to d; insert into a values ('it''s; -- no comment')"));
        assertEquals(
                Set.of("A", "B"), tables("insert into a with gone as (delete from b returning *) select * from gone"));
        assertEquals(Set.of(), tables(" ;; -- nothing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call drop_everything()",
                "select drop_everything()",
                "with gone as (delete from b returning *) insert into a select * from gone",
                "drop table a, core_user",
                "truncate core_user",
                "drop index ix",
                "merge into a using b on 1 = 1",
                "do $$ begin drop table core_user; end $$",
                "update ${table} set x = 1",
                "update a set x = E'\\'; drop table core_user; --'",
                "update a set x = 1 /* /* */ ' */ ; drop table core_user; -- '",
                "grant all on core_user to public",
                "update",
            })
    void whatCannotBeToldIsUnclear(String sql) {
        assertThrows(SqlTables.Unclear.class, () -> tables(sql));
    }

    @Test
    void aCommentEndsWithItsLineHoweverThatEnds() throws Exception {
        assertEquals(Set.of("A", "B"), tables("update a set x = 1 -- no more\r; drop table b"));
    }

    private static Set<String> tables(String sql) throws SqlTables.Unclear {
        return SqlTables.of(sql, new TablePointers());
    }
}
