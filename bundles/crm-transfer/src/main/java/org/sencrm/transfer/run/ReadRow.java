package org.sencrm.transfer.run;

import java.util.List;
import java.util.Map;
import org.sencrm.transfer.file.Row;

/**
 * A row with its cells turned into values; references are still names.
 *
 * @param values by field; only what has a value
 * @param references cells that name other records
 * @param key text of the key; null where there is no key, or the cell is empty
 * @param errors what could not be read; empty where all is well
 */
record ReadRow(
        Row row, Map<String, Object> values, List<ReferenceCell> references, String key, List<RowError> errors) {}
