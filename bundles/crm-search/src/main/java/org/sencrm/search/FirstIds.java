package org.sencrm.search;

import java.io.IOException;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Gathers the record ids of hits as they come and stops when there are enough. */
final class FirstIds extends SimpleCollector {

    private final int limit;
    private final LongStream.Builder ids = LongStream.builder();
    private int count;
    private NumericDocValues values;

    FirstIds(int limit) {
        this.limit = limit;
    }

    long[] found() {
        return ids.build().toArray();
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        if (count >= limit) {
            throw new CollectionTerminatedException();
        }
        values = DocValues.getNumeric(leaf.reader(), IndexFields.ID);
    }

    @Override
    public void collect(int document) throws IOException {
        if (values.advanceExact(document)) {
            ids.add(values.longValue());
            count++;
        }
        if (count >= limit) {
            throw new CollectionTerminatedException();
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
