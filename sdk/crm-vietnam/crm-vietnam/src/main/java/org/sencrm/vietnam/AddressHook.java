package org.sencrm.vietnam;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;

/**
 * Keeps the parts of an address together: a commune brings its province and does not lie in another, and street, commune and
 * province make the address, unless somebody wrote that by hand.
 */
@Component(property = {RecordHook.TYPE + "=accounts", RecordHook.TYPE + "=contacts"})
public final class AddressHook implements RecordHook {

    private static final String ADDRESS = "address";
    private static final Set<String> PARTS =
            Set.of(AddressFields.STREET, AddressFields.COMMUNE, AddressFields.PROVINCE);

    private final Records records;
    private final RecordTypes types;

    @Activate
    public AddressHook(
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference RecordTypes types) {
        this.records = records;
        this.types = types;
    }

    @Override
    public void beforeSave(Draft draft) {
        // the fields come a moment after the module
        boolean hasParts = types.find(draft.type())
                .filter(type -> PARTS.stream().allMatch(part -> type.field(part).isPresent()))
                .isPresent();
        if (hasParts && PARTS.stream().anyMatch(draft::changed)) {
            followCommune(draft);
            writeAddress(draft);
        }
    }

    private void followCommune(Draft draft) {
        Reference commune = (Reference) draft.get(AddressFields.COMMUNE);
        if (commune == null) {
            return;
        }
        Reference province = unit(commune).reference("province");
        Reference given = (Reference) draft.get(AddressFields.PROVINCE);
        boolean chosen = given != null && draft.changed(AddressFields.PROVINCE);
        if (chosen && given.id() != province.id()) {
            draft.refuse(AddressFields.COMMUNE, "vietnam.commune.otherProvince");
        } else if (given == null || given.id() != province.id()) {
            draft.set(AddressFields.PROVINCE, Reference.to(Units.PROVINCES, province.id()));
        }
    }

    private void writeAddress(Draft draft) {
        Object written = draft.get(ADDRESS);
        boolean byHand = written != null && !written.equals(draft.isNew() ? null : address(draft::old));
        if (!byHand) {
            draft.set(ADDRESS, address(draft::get));
        }
    }

    /** Street, commune, province; null for none of them. */
    private String address(Function<String, Object> values) {
        String address = Stream.of(
                        (String) values.apply(AddressFields.STREET),
                        title((Reference) values.apply(AddressFields.COMMUNE), "title"),
                        title((Reference) values.apply(AddressFields.PROVINCE), "name"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return address.isEmpty() ? null : address;
    }

    private String title(Reference unit, String field) {
        try {
            return unit == null ? null : unit(unit).text(field);
        } catch (NotFound deletedSince) {
            return null;
        }
    }

    private RecordData unit(Reference unit) {
        return records.get(Caller.system(), unit.type(), unit.id());
    }
}
