package org.sencrm.ui.field;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** Finds records of one type by their name while somebody types, a page at a time. */
final class Lookup {

    static final int PAGE = 20;

    private final HostContext context;
    private final RecordType type;
    private String words = "";
    private KeysetPages pages;

    Lookup(HostContext context, RecordType type) {
        this.context = context;
        this.type = type;
    }

    /** What a combo box is filled from; records are the same where their ids are. */
    CallbackDataProvider<Reference, String> provider() {
        return new CallbackDataProvider<>(
                this::fetch, query -> (int) fetch(query).count(), Reference::id);
    }

    /** The first records that fit what was typed. */
    List<Reference> find(String typed, int limit) {
        return context.records().list(context.caller(), query(typed).limitedTo(limit)).items().stream()
                .map(this::reference)
                .toList();
    }

    private Stream<Reference> fetch(Query<Reference, String> query) {
        String typed = query.getFilter().orElse("");
        int offset = query.getOffset();
        int limit = query.getLimit();
        if (pages == null || offset == 0 || !typed.equals(words)) {
            words = typed;
            pages = new KeysetPages(
                    asked -> context.records().list(context.caller(), asked),
                    query(typed).limitedTo(PAGE));
        }
        try {
            return pages.rows(offset, limit).stream().map(this::reference);
        } catch (Fault away) {
            context.report(away);
            return Stream.empty();
        }
    }

    private org.sencrm.api.record.Query query(String typed) {
        return org.sencrm.api.record.Query.of(type.name())
                .matching(typed)
                .sortedBy(type.labelField())
                .reading(type.labelField());
    }

    private Reference reference(RecordData record) {
        return new Reference(type.name(), record.id(), context.format(record.get(type.labelField())));
    }
}
