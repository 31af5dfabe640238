package org.sencrm.core.record;

import java.util.Map;

/**
 * One row of a record's table.
 *
 * @param values by field name; references carry a label only after {@link Labels} saw them; may be changed
 */
record StoredRow(long id, long version, Map<String, Object> values) {}
