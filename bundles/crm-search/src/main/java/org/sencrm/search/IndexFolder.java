package org.sencrm.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds the index. What it holds can always be made again from the database, so whatever is damaged or of
 * another format is dropped without further ado.
 */
final class IndexFolder {

    /** Grows when documents are made otherwise than before. */
    private static final String FORMAT = "1";

    private static final String FORMAT_KEY = "format";
    private static final String POSITION_KEY = "position";
    private static final double BUFFER_MB = 16;
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    private final Path path;

    IndexFolder(Path path) {
        this.path = path;
    }

    /** A writer on a sound index; on an empty one where there was none that is. */
    IndexWriter open() throws IOException {
        Files.createDirectories(path);
        if (!isSound()) {
            clear();
        }
        Directory directory = FSDirectory.open(path);
        try {
            long position = position(directory);
            IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MB));
            writer.setLiveCommitData(userData(position).entrySet());
            return writer;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    static Map<String, String> userData(long position) {
        return Map.of(FORMAT_KEY, FORMAT, POSITION_KEY, Long.toString(position));
    }

    /** The position up to which the index on disk is complete; 0 for a new one. */
    static long position(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return 0;
        }
        String position = SegmentInfos.readLatestCommit(directory).getUserData().get(POSITION_KEY);
        return position == null ? 0 : Long.parseLong(position);
    }

    private boolean isSound() {
        try (Directory directory = FSDirectory.open(path)) {
            return !DirectoryReader.indexExists(directory) ? isEmpty() : isReadable(directory);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The search index is damaged and will be made anew: {}",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** Reads every file once against its check sum. */
    private static boolean isReadable(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> userData = reader.getIndexCommit().getUserData();
            if (!FORMAT.equals(userData.get(FORMAT_KEY))) {
                LOG.info("The search index is of another version and will be made anew");
                return false;
            }
            Long.parseLong(userData.get(POSITION_KEY));
            for (LeafReaderContext leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
            return true;
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
