package org.sencrm.ui.home;

import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.ui.host.HostServices;

/** Whether the product holds any records yet. Asks the database: used off the UI thread. */
final class Stock {

    /** The type of which a product in use has records before any other. */
    static final String FIRST = "accounts";

    private final HostServices services;
    private final Caller caller;

    Stock(HostServices services, Caller caller) {
        this.services = services;
        this.caller = caller;
    }

    boolean hasMoreThan(int count, String type) {
        return services.types().find(type).isPresent()
                && services.records()
                                .list(caller, Query.of(type).reading("id").limitedTo(count + 1))
                                .items()
                                .size()
                        > count;
    }
}
