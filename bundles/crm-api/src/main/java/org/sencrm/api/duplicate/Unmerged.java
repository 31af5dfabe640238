package org.sencrm.api.duplicate;

import java.util.List;
import org.sencrm.api.record.RecordData;

/**
 * Two records that were one for a while.
 *
 * @param record the one that stayed; null where it is gone or in the trash by now
 * @param restored the one that is back
 * @param kept what stays as the merge made it or as somebody made it since; limited to what the caller may read
 */
public record Unmerged(RecordData record, RecordData restored, List<Kept> kept) {}
