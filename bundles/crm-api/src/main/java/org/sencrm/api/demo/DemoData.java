package org.sencrm.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.record.RecordData;

/**
 * A module's share of the demonstration data: a believable Vietnamese trading firm, the same at each start. Published as
 * a service; called once, in the order of {@code service.ranking}, highest first.
 */
@ConsumerType
public interface DemoData {

    void fill(Writer writer);

    /** Writes records that are marked as demo data and can be removed whole. */
    @ProviderType
    interface Writer {

        /** Creates a record in the name of the demo user of this user name; null for the administrator. */
        RecordData create(String asUser, String type, Map<String, ?> values);

        /**
         * As {@link #create(String, String, Map)}, as if it was done on that day: a firm that has been at work for years did
         * not enter all its records today.
         *
         * @param on today at the latest
         */
        RecordData create(String asUser, String type, LocalDate on, Map<String, ?> values);

        /** The demo records of a type that earlier modules wrote. */
        List<RecordData> written(String type);

        /** The same numbers at each start. */
        Random random();

        /** The day as of which the data is made. */
        LocalDate today();
    }
}
