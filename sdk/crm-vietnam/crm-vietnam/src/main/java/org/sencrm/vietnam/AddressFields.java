package org.sencrm.vietnam;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.field.ContributedField;
import org.sencrm.api.field.ContributedField.Trait;
import org.sencrm.api.field.FieldContribution;
import org.sencrm.api.record.FieldKind;

/** The two levels of an address, and the street with the number of the house, for accounts and contacts. */
@Component
public final class AddressFields implements FieldContribution {

    static final String STREET = "street";
    static final String COMMUNE = "commune";
    static final String PROVINCE = "province";

    @Override
    public List<ContributedField> fields() {
        return Stream.of("accounts", "contacts").flatMap(AddressFields::of).toList();
    }

    private static Stream<ContributedField> of(String type) {
        return Stream.of(
                ContributedField.of(type, PROVINCE, FieldKind.REFERENCE).pointingTo(Units.PROVINCES),
                ContributedField.of(type, COMMUNE, FieldKind.REFERENCE).pointingTo(Units.COMMUNES),
                ContributedField.of(type, STREET, FieldKind.TEXT).being(Trait.SEARCHABLE));
    }
}
