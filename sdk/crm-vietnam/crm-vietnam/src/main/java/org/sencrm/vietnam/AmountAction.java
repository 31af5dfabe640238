package org.sencrm.vietnam;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.vietnam.money.AmountReader;

/**
 * Sets the amount of an opportunity as people say it: {@code {"amount": "1,5 tỷ"}} gives 1.500.000.000 ₫. Gives the opportunity's
 * amount back.
 */
@Component(property = {RecordAction.TYPE + "=opportunities", RecordAction.NAME + "=enterAmount"})
public final class AmountAction implements RecordAction {

    private static final String AMOUNT = "amount";
    private static final String UNREADABLE = "vietnam.amount.unreadable";

    private final Records records;
    private final Messages messages;

    @Activate
    public AmountAction(@Reference Records records, @Reference Messages messages) {
        this.records = records;
        this.messages = messages;
    }

    @Override
    public Object run(Caller caller, RecordData record, Map<String, Object> input) {
        String written = String.valueOf(input.getOrDefault(AMOUNT, ""));
        BigDecimal amount = AmountReader.read(written).orElseThrow(() -> unreadable(caller, written));
        RecordData saved = records.update(
                caller, record.type(), record.id(), record.version(), Map.of(AMOUNT, new Money(amount, "VND")));
        return saved.get(AMOUNT);
    }

    private InvalidRecord unreadable(Caller caller, String written) {
        String message = messages.text(caller.locale(), UNREADABLE, written);
        return new InvalidRecord(message, List.of(new FieldError(AMOUNT, "format", message)));
    }

    /** A person uses the field in the panel of this module. */
    @Override
    public boolean offered(Caller caller, RecordData record) {
        return false;
    }

    @Override
    public boolean needsInput() {
        return true;
    }
}
