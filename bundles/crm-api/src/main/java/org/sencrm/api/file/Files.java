package org.sencrm.api.file;

import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * Files that belong to records. Access follows the record: who may read it reads its files, in the trash too; who may
 * update it adds and deletes them. Adding and deleting stand in the record's history under the word {@value #HISTORY}.
 * The same content is kept once, however many records have it. Thread safe.
 *
 * <p>Faults: {@link org.sencrm.api.fault.NotFound} for a record or file that is not there or may not be seen,
 * {@link org.sencrm.api.fault.Forbidden} for what the caller may see and not do,
 * {@link org.sencrm.api.fault.TooLarge} for a file over the limit or one that no room is left for,
 * {@link org.sencrm.api.fault.InvalidRecord} for an empty one,
 * {@link org.sencrm.api.fault.Unavailable} where the bytes cannot be written or read for now.
 *
 * <p>Each change commits before the call returns, or joins the transaction of
 * {@link org.sencrm.api.record.Records#inTransaction} around it.
 */
@ProviderType
public interface Files {

    /** Setting: the largest file in megabytes of a million bytes; 25 unless set. */
    String LARGEST = "files.largestMb";
    /** Setting: how much all contents may take together, in megabytes of a million bytes; 20,000 unless set. */
    String QUOTA = "files.quotaMb";
    /** Stands for a field in history: a file came ({@code to}) or went ({@code from}); the value is its name. */
    String HISTORY = "files";

    /**
     * Adds a file to a record. Where the record has a file of this name, this becomes its next version.
     *
     * @param name as the user calls it; a path in front, control and invisible characters are left out
     * @param content read to its end and left open; nothing is stored where it fails
     * @throws java.io.UncheckedIOException where {@code content} fails
     */
    StoredFile add(Caller caller, String type, long record, String name, InputStream content);

    /**
     * Takes in bytes of which it is not known yet to which record they belong.
     *
     * @param content as in {@link #add(Caller, String, long, String, InputStream)}
     * @return to be closed in any case
     */
    Upload receive(Caller caller, InputStream content);

    /** As {@link #add(Caller, String, long, String, InputStream)}, with bytes that were received before. */
    StoredFile add(Caller caller, String type, long record, String name, Upload upload);

    /** The newest version of each file of a record, newest first, at most 1,000. */
    List<StoredFile> list(Caller caller, String type, long record);

    StoredFile get(Caller caller, long id);

    /** All versions of the file, newest first, at most 1,000. */
    List<StoredFile> versions(Caller caller, long id);

    /** The bytes, to be closed by the caller. */
    InputStream open(Caller caller, long id);

    /** Deletes this version for good; others stay. */
    void delete(Caller caller, long id);

    /**
     * Puts this version out of sight; others stay. {@link #restore} takes it out of the trash for at least a day; after
     * that it is deleted for good.
     */
    void trash(Caller caller, long id);

    /**
     * Takes a version out of the trash.
     *
     * @throws org.sencrm.api.fault.NotFound where it is not in the trash, or not any more
     */
    StoredFile restore(Caller caller, long id);

    /** How many bytes a file may have now, for those who refuse one before it is sent. */
    long largest();

    /** Bytes that were received whole and belong to nobody yet. */
    @ProviderType
    interface Upload extends AutoCloseable {

        /** In bytes. */
        long size();

        /** Forgets the bytes, unless they were added to a record. */
        @Override
        void close();
    }
}
