package org.sencrm.ui.transfer;

import org.sencrm.api.record.Field;

/**
 * What a column of a file can go to.
 *
 * @param path name of a field, or with a dot a part of it: a field of the record it points to, the currency of an amount
 * @param label what people read
 * @param field the last field of the path; null only for what leaves a column out
 */
record Target(String path, String label, Field field) {

    boolean isOwn() {
        return path.indexOf('.') < 0;
    }
}
