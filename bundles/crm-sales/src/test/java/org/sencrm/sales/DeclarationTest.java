package org.sencrm.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.Column;
import javax.persistence.Table;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.CrmField;
import org.sencrm.testkit.TestCrm;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Entities, changelog and message files tell the same story. */
class DeclarationTest {

    /** Who may not know the one must not be told by the other. */
    @ParameterizedTest
    @CsvSource({"weightedAmount,amount probability", "stageSince,stage", "probability,stage", "closedOn,stage"})
    void whatAHookComputesSaysOfWhat(String field, String sources) throws Exception {
        CrmField declared = Opportunity.class.getDeclaredField(field).getAnnotation(CrmField.class);
        assertEquals(sources, String.join(" ", declared.derivedFrom()));
    }

    @ParameterizedTest
    @ValueSource(classes = {Lead.class, Opportunity.class, Pipeline.class, Stage.class})
    void theChangelogHasTheColumnsOfTheEntity(Class<?> entity) throws Exception {
        Map<String, String> declared = new TreeMap<>();
        for (Field attribute : entity.getDeclaredFields()) {
            Column column = attribute.getAnnotation(Column.class);
            declared.put(column.name(), sqlType(attribute, column) + (column.nullable() ? "" : " not null"));
        }

        assertEquals(
                declared, changelogColumns(entity.getAnnotation(Table.class).name()));
    }

    @Test
    void everyTypeFieldAndChoiceHasALabelInEveryLanguage() throws Exception {
        try (TestCrm crm = SalesCrm.make()) {
            assertEquals(List.of(), crm.missingTexts());
        }
    }

    private static String sqlType(Field attribute, Column column) {
        CrmField field = attribute.getAnnotation(CrmField.class);
        if (field != null && field.value() == FieldKind.DATE_TIME) {
            return "TIMESTAMP";
        }
        return switch (attribute.getType().getSimpleName()) {
            case "String" -> "VARCHAR(" + column.length() + ")";
            case "BigDecimal" -> "DECIMAL(" + column.precision() + "," + column.scale() + ")";
            case "Long" -> "BIGINT";
            case "Integer" -> "INTEGER";
            case "Boolean" -> "BOOLEAN";
            case "Date" -> "DATE";
            default -> throw new IllegalStateException("no column type for " + attribute);
        };
    }

    private static Map<String, String> changelogColumns(String table) throws Exception {
        Document changelog;
        try (InputStream file = DeclarationTest.class.getResourceAsStream("/db/changelog.xml")) {
            changelog =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        }
        Map<String, String> columns = new TreeMap<>();
        for (String change : List.of("crm:createRecordTable", "addColumn")) {
            for (Element made : elements(changelog.getElementsByTagName(change))) {
                if (made.getAttribute("tableName").equals(table)) {
                    elements(made.getElementsByTagName("column"))
                            .forEach(column -> columns.put(
                                    column.getAttribute("name"), column.getAttribute("type") + nullability(column)));
                }
            }
        }
        return columns;
    }

    private static String nullability(Element column) {
        return column.getElementsByTagName("constraints").getLength() == 0 ? "" : " not null";
    }

    private static List<Element> elements(NodeList nodes) {
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
