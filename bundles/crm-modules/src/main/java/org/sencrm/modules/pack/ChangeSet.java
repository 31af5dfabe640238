package org.sencrm.modules.pack;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What one set of changes touches, read from its XML. Changes that can do anything, such as a program or a procedure, are
 * none that a module may bring; nor is a semicolon where only a name, a type or a condition belongs, as behind it another
 * statement would begin.
 */
final class ChangeSet {

    private static final Set<String> NAMING = Set.of(
            "tableName", "newTableName", "oldTableName", "baseTableName", "referencedTableName", "existingTableName");
    /** Views, sequences and counted columns are neither copied with the tables nor dropped with them. */
    private static final Set<String> LASTING = Set.of(
            "viewName",
            "oldViewName",
            "newViewName",
            "sequenceName",
            "oldSequenceName",
            "newSequenceName",
            "valueSequenceNext",
            "valueSequenceCurrent",
            "defaultValueSequenceNext");

    private static final Pattern COUNTED = Pattern.compile("(?i)\\b((small|big)?serial|identity|nextval)\\b");
    private static final String COUNTING = "autoIncrement";
    private static final Set<String> COMPUTED =
            Set.of("type", "newDataType", "columnDataType", "valueComputed", "defaultValueComputed");
    private static final Set<String> UNREADABLE = Set.of(
            "customChange",
            "executeCommand",
            "modifySql",
            "createProcedure",
            "dropProcedure",
            "createFunction",
            "dropFunction",
            "createTrigger",
            "dropTrigger",
            "createPackage",
            "createPackageBody");
    /** They are for people. */
    private static final Set<String> HARMLESS = Set.of("comment", "validCheckSum");

    private static final String CONDITIONS = "preConditions";
    /** They ask what is there. Others run SQL or a program. */
    private static final Set<String> ASKING = Set.of(
            "and",
            "or",
            "not",
            "dbms",
            "runningAs",
            "changeSetExecuted",
            "changeLogPropertyDefined",
            "tableExists",
            "tableIsEmpty",
            "rowCount",
            "columnExists",
            "indexExists",
            "primaryKeyExists",
            "foreignKeyConstraintExists",
            "uniqueConstraintExists",
            "viewExists",
            "sequenceExists");
    /** Attributes with data, which goes into the database as such. */
    private static final Set<String> DATA = Set.of("value", "defaultValue", "remarks", "author", "separator");

    private static final Set<String> PLAIN_SQL = Set.of("sql", "rollback");
    private static final String TABLE = "tableName";

    /** Gives the content of a file of SQL that a change names. */
    @FunctionalInterface
    interface Files {

        String sql(XMLStreamReader change) throws IOException, XMLStreamException;
    }

    private final Files files;
    private final TablePointers pointers;
    private final Set<String> tables = new TreeSet<>();
    private final Set<String> touched = new TreeSet<>();
    /** The table that the change at hand is about. */
    private String current;

    private ChangeSet(Files files, TablePointers pointers) {
        this.files = files;
        this.pointers = pointers;
    }

    /**
     * @param xml at the beginning of the set; afterwards at its end
     * @param pointers learns which table refers to which
     */
    static ChangeSet read(XMLStreamReader xml, Files files, TablePointers pointers)
            throws IOException, XMLStreamException, SqlTables.Unclear {
        ChangeSet set = new ChangeSet(files, pointers);
        set.element(xml);
        return set;
    }

    /** Names of the tables that the changes are about, as they are written. */
    Set<String> tables() {
        return tables;
    }

    /** Names of all tables that are made, changed, filled or referred to. */
    Set<String> touched() {
        return touched;
    }

    private void element(XMLStreamReader xml) throws IOException, XMLStreamException, SqlTables.Unclear {
        String change = xml.getLocalName();
        if (change.equals("addAutoIncrement")) {
            throw new SqlTables.Unclear(TablePointers.NOT_ONLY_TABLES);
        }
        if (UNREADABLE.contains(change) || xml.getAttributeValue(null, "endDelimiter") != null) {
            throw new SqlTables.Unclear();
        }
        attributes(xml);
        String target = xml.getAttributeValue(null, "referencedTableName");
        if (target != null) {
            pointers.add(current, target);
        }
        if (change.equals("sqlFile")) {
            touched.addAll(SqlTables.of(files.sql(xml), pointers));
        }
        String text = inside(xml);
        if (PLAIN_SQL.contains(change)) {
            touched.addAll(SqlTables.of(text, pointers));
        } else {
            refuseSecondStatement(text);
        }
    }

    /** Goes on to the end of the element and gives its own text. */
    private String inside(XMLStreamReader xml) throws IOException, XMLStreamException, SqlTables.Unclear {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && HARMLESS.contains(xml.getLocalName())) {
                skip(xml);
            } else if (event == XMLStreamConstants.START_ELEMENT && CONDITIONS.equals(xml.getLocalName())) {
                conditions(xml);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                element(xml);
            } else if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private void attributes(XMLStreamReader xml) throws SqlTables.Unclear {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            refuseLasting(name, value);
            if (name.equals(TABLE)) {
                tables.add(value);
                current = value;
            } else if (name.equals("baseTableName")) {
                current = value;
            }
            if (NAMING.contains(name)) {
                touched.add(value);
            } else if (name.equals("references")) {
                String target = value.split("\\(")[0].strip();
                touched.add(target);
                pointers.add(current, target);
            } else if (!DATA.contains(name)) {
                refuseSecondStatement(value);
            }
        }
    }

    private static void refuseLasting(String name, String value) throws SqlTables.Unclear {
        boolean counts = name.equals(COUNTING) && !value.equalsIgnoreCase("false");
        boolean counted = COMPUTED.contains(name) && COUNTED.matcher(value).find();
        if (LASTING.contains(name) || counts || counted) {
            throw new SqlTables.Unclear(TablePointers.NOT_ONLY_TABLES);
        }
    }

    /**
     * Goes through conditions under which something is done, and refuses those that could do anything themselves.
     *
     * @param xml at their beginning; afterwards at their end
     */
    static void conditions(XMLStreamReader xml) throws XMLStreamException, SqlTables.Unclear {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (!ASKING.contains(xml.getLocalName())) {
                    throw new SqlTables.Unclear();
                }
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    refuseSecondStatement(xml.getAttributeValue(i));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    static void refuseSecondStatement(String text) throws SqlTables.Unclear {
        if (text != null && text.contains(";")) {
            throw new SqlTables.Unclear();
        }
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
