package org.sencrm.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sencrm.api.transfer.ImportProfile.Layout;
import org.sencrm.record.CrmField;

/** Ways to read files of other products fit the records that we have. */
class ProfilesTest {

    private static final Set<Layout> LAYOUTS =
            Set.of(new SalesforceOpportunities().layout(), new HubSpotDeals().layout());

    @Test
    void everyFieldIsOneOfAnOpportunity() {
        Set<String> names = Arrays.stream(Opportunity.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(CrmField.class))
                .filter(field -> !field.getAnnotation(CrmField.class).readOnly())
                .map(java.lang.reflect.Field::getName)
                .collect(Collectors.toSet());
        names.add("externalId");
        names.add("amount.currency");
        LAYOUTS.forEach(layout -> assertTrue(names.containsAll(layout.columns().keySet()), layout.toString()));
    }

    @Test
    void everyStageIsOneThatIsShipped() throws IOException {
        String changelog;
        try (InputStream file = getClass().getResourceAsStream("/db/changelog.xml")) {
            changelog = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Layout layout : LAYOUTS) {
            assertEquals(Set.of("stage"), layout.values().keySet());
            layout.values()
                    .get("stage")
                    .values()
                    .forEach(code ->
                            assertTrue(changelog.contains("<column name=\"CODE\" value=\"" + code + "\"/>"), code));
        }
    }
}
