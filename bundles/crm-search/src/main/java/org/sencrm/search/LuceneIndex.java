package org.sencrm.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.sencrm.api.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on Lucene, in the folder {@code search} of the home. What was taken in is found at once and becomes durable
 * within seconds; after a crash {@link #position} tells the engine from where on to repeat. Where the disk fails the
 * service goes away and comes back with what is durable.
 */
@Component(name = LuceneIndex.NAME)
public final class LuceneIndex implements SearchIndex {

    static final String NAME = "org.sencrm.search.index";

    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
    private static final int COMMIT_SECONDS = 5;
    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(IndexFields.LENGTH, SortField.Type.LONG),
            new SortField(IndexFields.ID, SortField.Type.LONG));

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Runnable restart;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "crm-search"));

    @Activate
    public LuceneIndex(ComponentContext context) throws IOException {
        this(Path.of(context.getBundleContext().getProperty("sencrm.home"), "search"), () -> {
            context.disableComponent(NAME);
            context.enableComponent(NAME);
        });
    }

    /** @param restart called on the timer's thread when the index cannot be written any more */
    LuceneIndex(Path folder, Runnable restart) throws IOException {
        this.restart = restart;
        this.writer = new IndexFolder(folder).open();
        this.searchers = new SearcherManager(writer, null);
        timer.scheduleWithFixedDelay(this::keep, COMMIT_SECONDS, COMMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() throws IOException {
        timer.shutdown();
        searchers.close();
        try {
            writer.close();
        } finally {
            writer.getDirectory().close();
        }
    }

    @Override
    public long position() {
        return doing(() -> IndexFolder.position(writer.getDirectory()));
    }

    @Override
    public synchronized void update(List<Entry> entries, long position) {
        doing(() -> {
            for (Entry entry : entries) {
                Term key = new Term(IndexFields.KEY, IndexFields.key(entry));
                if (entry.label() == null) {
                    writer.deleteDocuments(key);
                } else {
                    writer.updateDocument(key, IndexFields.document(entry));
                }
            }
            // last: a commit in between is then behind, never ahead
            writer.setLiveCommitData(IndexFolder.userData(position).entrySet());
            searchers.maybeRefreshBlocking();
            return null;
        });
    }

    @Override
    public synchronized void clear(String type) {
        doing(() -> {
            writer.deleteDocuments(new Term(IndexFields.TYPE, type));
            searchers.maybeRefreshBlocking();
            return null;
        });
    }

    @Override
    public long[] matching(String type, String text, int limit) {
        Query query = WordQueries.matching(type, Words.asked(text));
        return searching(searcher -> {
            FirstIds ids = new FirstIds(limit);
            searcher.search(query, ids);
            return ids.found();
        });
    }

    @Override
    public List<Found> find(List<String> types, String text, int limit) {
        List<String> words = Words.asked(text);
        if (words.isEmpty() || types.isEmpty()) {
            return List.of();
        }
        return searching(searcher -> {
            List<Found> exact = best(searcher, WordQueries.exact(types, words), limit);
            return exact.isEmpty() ? best(searcher, WordQueries.forgiving(types, words), limit) : exact;
        });
    }

    private static List<Found> best(IndexSearcher searcher, Query query, int limit) throws IOException {
        List<Found> found = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(query, limit, BEST_FIRST).scoreDocs) {
            Document document = stored.document(hit.doc);
            found.add(new Found(
                    document.get(IndexFields.TYPE),
                    document.getField(IndexFields.ID).numericValue().longValue()));
        }
        return found;
    }

    /** Makes durable what came in; asks for a new start where writing has become impossible. */
    void keep() {
        try {
            if (!writer.isOpen()) {
                LOG.error("The search index cannot be written and starts again", writer.getTragicException());
                restart.run();
            } else if (writer.hasUncommittedChanges()) {
                writer.commit();
            }
        } catch (IOException | RuntimeException e) {
            // tried again next time, unless Lucene has given the writer up
            LOG.error("The search index could not be made durable", e);
        }
    }

    private <T> T searching(Task<IndexSearcher, T> task) {
        return doing(() -> {
            IndexSearcher searcher = searchers.acquire();
            try {
                return task.run(searcher);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    private static <T> T doing(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private interface Task<A, T> {
        T run(A argument) throws IOException;
    }
}
