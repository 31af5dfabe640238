package org.sencrm.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Choice;
import org.sencrm.api.search.Folding;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Ids;
import org.sencrm.core.type.OpenLists;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.TypeRegistry;

/** Makes codes of the texts that people put into choices of open lists: of an entry that is there, else of a new one. */
final class OpenValues {

    private static final int LONGEST = 200;

    private final TypeRegistry types;
    private final RecordWriter writer;

    OpenValues(TypeRegistry types, RecordWriter writer) {
        this.types = types;
        this.writer = writer;
    }

    void settle(RecordDraft draft) {
        for (StoredField field : draft.storedType().fields()) {
            if (!field.field().isOpen() || draft.get(field.name()) == null || !draft.changed(field.name())) {
                continue;
            }
            if (codes(draft.get(field.name())).stream().anyMatch(code -> code.length() > LONGEST)) {
                draft.error(field.name(), "tooLong", "fault.value.tooLong", LONGEST);
            } else {
                draft.put(field.name(), settled(draft, field));
            }
        }
    }

    private Object settled(RecordDraft draft, StoredField field) {
        List<String> before = codes(draft.old(field.name()));
        List<String> codes = new ArrayList<>();
        for (String text : codes(draft.get(field.name()))) {
            String code = before.contains(text) ? text : code(draft.type(), field, text);
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
        return draft.get(field.name()) instanceof List<?> ? codes : codes.get(0);
    }

    private String code(String type, StoredField field, String text) {
        String folded = Folding.fold(text);
        for (Locale locale : Messages.LOCALES) {
            for (Choice choice : types.choices(type, field.name(), locale)) {
                if (choice.code().equals(text)
                        || Folding.fold(choice.label()).equals(folded)
                        || Folding.fold(choice.code()).equals(folded)) {
                    return choice.code();
                }
            }
        }
        String code = types.lists().codeOf(field.field().list(), text);
        return code == null ? added(field.field().list(), text) : code;
    }

    /** As whoever fills a field in need not be one who keeps the lists, the product itself adds the entry. */
    private String added(String list, String text) {
        writer.create(
                Caller.system().through(OpenLists.TYPED),
                OpenLists.TYPE,
                Map.of("name", text, "list", list),
                Ids.next());
        return text;
    }

    private static List<String> codes(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : value == null ? List.of() : List.of(value.toString());
    }
}
