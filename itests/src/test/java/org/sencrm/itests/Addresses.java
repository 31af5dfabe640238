package org.sencrm.itests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.itests.Subject.Whose;

/** What stands in for the parts of an address that are told apart by braces. */
final class Addresses {

    /** @param about what the address leads to with it */
    record Part(String value, Subject about) {}

    private final Map<String, Part> parts = new HashMap<>();
    private final MarkedRecords records;

    Addresses(MarkedRecords records) {
        this.records = records;
    }

    /** @param address up to and with the part that is meant */
    void put(String address, String value, Subject about) {
        parts.put(address, new Part(value, about));
    }

    /**
     * @param address up to and with the part that is meant
     * @throws AssertionError where nothing is known that could stand there
     */
    Part part(String address, Whose whose) {
        String[] words = address.split("/");
        if (words.length == 3 && "{id}".equals(words[2]) && records.id(words[1], whose) != null) {
            return new Part(records.id(words[1], whose), Subject.record(words[1], whose));
        }
        for (String known : List.of(address + " " + whose, address, generic(address))) {
            if (parts.containsKey(known)) {
                return parts.get(known);
            }
        }
        throw new AssertionError("Nothing is known that could stand in " + address
                + ": make a marked one in MarkedThings and put it into its addresses.");
    }

    /** The same address of any record. */
    private static String generic(String address) {
        return address.replaceFirst("^/[a-z0-9_]+/\\{id}", "/*/{id}");
    }
}
