package org.sencrm.api.transfer;

import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;

/** Writes records to a file, page by page, with the caller's rights. Text that a spreadsheet could run is neutralised. */
@ProviderType
public interface Exports {

    enum Format {
        CSV("text/csv; charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSONL("application/x-ndjson");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * @param query its limit and cursor do not matter
     * @return how many records were written
     */
    long write(Caller caller, Query query, Format format, OutputStream file);
}
