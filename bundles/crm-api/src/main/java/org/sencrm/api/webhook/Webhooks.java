package org.sencrm.api.webhook;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * What was sent to webhooks. A webhook itself is a record of type {@link #TYPE}. Whoever may read it may see its
 * deliveries, whoever may change it may have them sent; else the faults of {@link org.sencrm.api.record.Records}.
 */
@ProviderType
public interface Webhooks {

    /** Name of the record type. */
    String TYPE = "webhooks";

    /**
     * Deliveries of the last thirty days, newest first.
     *
     * @param limit 1 to 200
     * @param before id of a delivery; only older ones are given; 0 for the newest
     */
    List<Delivery> deliveries(Caller caller, long webhook, int limit, long before);

    /** Sends an event {@code test} without a record, once, also where the webhook is switched off. */
    Delivery test(Caller caller, long webhook);

    /** Sends what an earlier delivery was about once more, as a new delivery with the record as it is now. */
    Delivery repeat(Caller caller, long webhook, long delivery);
}
