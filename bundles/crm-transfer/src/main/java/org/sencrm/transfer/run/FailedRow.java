package org.sencrm.transfer.run;

import java.util.List;
import org.sencrm.transfer.file.Row;

/** A row that did not become a record, and why. */
record FailedRow(Row row, List<RowError> errors) {}
