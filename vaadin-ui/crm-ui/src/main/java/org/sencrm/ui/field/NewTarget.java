package org.sencrm.ui.field;

import java.util.function.Consumer;
import org.sencrm.api.record.Reference;

/** Lets a person create the record that a reference is to point to, without leaving the form. */
@FunctionalInterface
public interface NewTarget {

    /**
     * @param type of the record to create
     * @param name what was typed, for the field that names the record
     * @param then gets the created record; not called where the person thinks better of it
     */
    void offer(String type, String name, Consumer<Reference> then);
}
