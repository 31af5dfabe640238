package org.sencrm.core.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sencrm.api.search.SearchIndex;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.type.StoredType;

/** Brings one type into the index, slice by slice: all of its records, or those that changed since a position. */
final class CatchUp {

    private static final int SLICE = 500;

    private final StoredType type;
    private final IndexReader reader;
    private final ChangeLog log;
    private final boolean everything;
    private long reached;
    private boolean finished;

    private CatchUp(StoredType type, ChangeLog log, boolean everything, long from) {
        this.type = type;
        this.reader = new IndexReader(type);
        this.log = log;
        this.everything = everything;
        this.reached = from;
    }

    static CatchUp ofAll(StoredType type, ChangeLog log) {
        return new CatchUp(type, log, true, 0);
    }

    static CatchUp since(StoredType type, ChangeLog log, long change) {
        return new CatchUp(type, log, false, change);
    }

    StoredType type() {
        return type;
    }

    boolean isFinished() {
        return finished;
    }

    /** The next records to take in. */
    List<SearchIndex.Entry> next(Connection connection) throws SQLException {
        if (everything) {
            List<SearchIndex.Entry> entries = reader.behind(connection, reached, SLICE);
            finished = entries.size() < SLICE;
            reached = finished ? reached : entries.get(entries.size() - 1).id();
            return entries;
        }
        List<ChangeLog.Touch> touches = log.touches(connection, type.name(), reached, SLICE);
        finished = touches.size() < SLICE;
        if (touches.isEmpty()) {
            return List.of();
        }
        reached = touches.get(touches.size() - 1).changeId();
        return reader.read(
                connection,
                touches.stream().map(ChangeLog.Touch::recordId).distinct().toList());
    }
}
