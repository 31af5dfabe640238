package org.sencrm.ui.list;

import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;

/**
 * A field that a filter can ask for.
 *
 * @param selector as RSQL names it, e.g. {@code stage} or {@code account.sector}
 * @param owner the type that has the field
 * @param via the reference that leads to the owner; null for a field of the filtered type itself
 */
record FieldPath(String selector, RecordType owner, Field field, Field via) {}
