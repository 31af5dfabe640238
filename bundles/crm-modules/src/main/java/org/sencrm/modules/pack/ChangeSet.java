package org.sencrm.modules.pack;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
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
            "tableName",
            "newTableName",
            "oldTableName",
            "baseTableName",
            "referencedTableName",
            "existingTableName",
            "viewName",
            "oldViewName",
            "newViewName",
            "sequenceName",
            "oldSequenceName",
            "newSequenceName");
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
    /** They only ask, or are for people. */
    private static final Set<String> HARMLESS = Set.of("preConditions", "comment", "validCheckSum");
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
    private final Set<String> tables = new TreeSet<>();
    private final Set<String> touched = new TreeSet<>();

    private ChangeSet(Files files) {
        this.files = files;
    }

    /** @param xml at the beginning of the set; afterwards at its end */
    static ChangeSet read(XMLStreamReader xml, Files files) throws IOException, XMLStreamException, SqlTables.Unclear {
        ChangeSet set = new ChangeSet(files);
        set.element(xml);
        return set;
    }

    /** Names of the tables that the changes are about, as they are written. */
    Set<String> tables() {
        return tables;
    }

    /** Names of all tables, views and sequences that are made, changed, filled or referred to. */
    Set<String> touched() {
        return touched;
    }

    private void element(XMLStreamReader xml) throws IOException, XMLStreamException, SqlTables.Unclear {
        String change = xml.getLocalName();
        if (UNREADABLE.contains(change) || xml.getAttributeValue(null, "endDelimiter") != null) {
            throw new SqlTables.Unclear();
        }
        attributes(xml);
        if (change.equals("sqlFile")) {
            touched.addAll(SqlTables.of(files.sql(xml)));
        }
        String text = inside(xml);
        if (PLAIN_SQL.contains(change)) {
            touched.addAll(SqlTables.of(text));
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
            if (name.equals(TABLE)) {
                tables.add(value);
            }
            if (NAMING.contains(name)) {
                touched.add(value);
            } else if (name.equals("references")) {
                touched.add(value.split("\\(")[0].strip());
            } else if (!DATA.contains(name)) {
                refuseSecondStatement(value);
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
