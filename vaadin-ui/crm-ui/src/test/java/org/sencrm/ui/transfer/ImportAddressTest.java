package org.sencrm.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;

class ImportAddressTest {

    @Test
    void everyStepHasAnAddressThatLeadsBackToIt() {
        for (Step step : Step.values()) {
            ImportAddress address = ImportAddress.of("accounts", "840767", step);

            assertEquals(address, ImportAddress.of(address.query()));
        }
    }

    @Test
    void withoutAFileThereIsOnlyTheFirstStep() {
        ImportAddress address = ImportAddress.of(QueryParameters.fromString("type=accounts&step=check"));

        assertEquals(Step.FILE, address.step());
        assertNull(address.file());
    }

    @Test
    void aStepThatDoesNotExistIsTheFirst() {
        assertEquals(
                Step.FILE,
                ImportAddress.of(QueryParameters.fromString("file=a&step=%3Cb%3E"))
                        .step());
    }
}
