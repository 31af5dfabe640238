package org.sencrm.api.field;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the forms and pages of a record type arrange its fields, for everybody or for those who have a role. Immutable.
 *
 * @param type name of the record type
 * @param role id of the role; {@link #EVERYBODY} for those of whose roles none has a layout of its own
 * @param sections in order, each field once. May name fields that are not there now, such as those of a module that is
 *     away: they stand in their place again when they come back
 * @param hidden names of the fields that are left out
 * @param version grows with every change, also where the layout is taken away and made anew; 0 where nothing is stored
 */
public record RecordLayout(String type, long role, List<Section> sections, Set<String> hidden, long version) {

    /** Stands for everybody in the place of a role. */
    public static final long EVERYBODY = 0;

    public RecordLayout {
        sections = List.copyOf(sections);
        hidden = Set.copyOf(hidden);
    }

    /**
     * A part of a form, under a heading by which it opens and closes.
     *
     * @param word of the section as fields declare it ({@link org.sencrm.api.record.Field#section}), whose later fields come
     *     here too; empty for a section that an administrator made, and for the part without a heading
     * @param label an own heading by language ({@code vi}, {@code en}); empty for the heading of the word. Where both are
     *     empty it is the part without a heading, of which there is one and which is the first
     * @param fields names, in order
     */
    public record Section(String word, Map<String, String> label, List<String> fields) {

        public Section {
            label = Map.copyOf(label);
            fields = List.copyOf(fields);
        }

        /** Whether its fields stand at the top, without a heading. */
        public boolean isMain() {
            return word.isEmpty() && label.isEmpty();
        }
    }
}
