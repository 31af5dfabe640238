package org.sencrm.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where the bytes of files lie, each content once under its hash. Published as a service; the product brings one that uses
 * the disk, and one of a higher {@code service.ranking}, such as one that several nodes share, takes its place. Knows
 * nothing of names, records or rights. Thread safe.
 *
 * <p>A hash is always 64 lower case hexadecimal digits. Two calls for one hash never run at the same time, but for
 * {@link #open}.
 */
@ConsumerType
public interface FileStore {

    /**
     * Keeps a content; once the call returns it outlives a loss of power. Does nothing where the content is kept already.
     *
     * @param content a whole file on the local disk that has this hash; the store may move it away
     */
    void put(String hash, Path content) throws IOException;

    /**
     * The content, to be closed by the caller.
     *
     * @throws java.nio.file.NoSuchFileException where it is not kept
     */
    InputStream open(String hash) throws IOException;

    /** Forgets a content; does nothing where it is not kept. */
    void delete(String hash) throws IOException;

    /** The hashes of all contents, in any order; to be closed by the caller. */
    Stream<String> hashes() throws IOException;
}
