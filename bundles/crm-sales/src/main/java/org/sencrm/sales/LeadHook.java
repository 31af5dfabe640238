package org.sencrm.sales;

import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;

/** The rules of a lead: it is new at first, and somebody who left only a company, mail or number is named by that. */
@Component(property = RecordHook.TYPE + "=leads")
public class LeadHook implements RecordHook {

    @Override
    public void beforeSave(Draft draft) {
        Drafts.fill(draft, "status", () -> "new");
        Drafts.fill(
                draft,
                "name",
                () -> Stream.of("company", "email", "phone")
                        .map(draft::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        Drafts.checkAmount(draft, "expectedAmount");
    }
}
