package org.sencrm.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.sencrm.api.search.Folding;
import org.sencrm.api.search.SearchIndex;

/** How a record lies in the index. A change here needs a new {@link IndexFolder#FORMAT}. */
final class IndexFields {

    /** {@code type/id}: one document a record. */
    static final String KEY = "key";

    static final String TYPE = "type";
    static final String ID = "id";

    /** Words of the label. */
    static final String LABEL = "label";

    /** Words of label and text. */
    static final String WORD = "word";

    /** The folded label as one term. */
    static final String NAME = "name";

    /** Length of the label: of two equal hits the shorter name comes first. */
    static final String LENGTH = "length";

    private static final int LONGEST_NAME = 200;

    private IndexFields() {}

    static String key(SearchIndex.Entry entry) {
        return entry.type() + "/" + entry.id();
    }

    static Document document(SearchIndex.Entry entry) {
        Set<String> labelWords = Words.of(entry.label());
        Set<String> words = new LinkedHashSet<>(labelWords);
        words.addAll(Words.of(entry.text()));
        String name = String.join(" ", Words.asked(entry.label()));

        Document document = new Document();
        document.add(new StringField(KEY, key(entry), Field.Store.NO));
        document.add(new StringField(TYPE, entry.type(), Field.Store.YES));
        document.add(new StoredField(ID, entry.id()));
        document.add(new NumericDocValuesField(ID, entry.id()));
        document.add(new StringField(NAME, name.substring(0, Math.min(name.length(), LONGEST_NAME)), Field.Store.NO));
        document.add(
                new NumericDocValuesField(LENGTH, Folding.fold(entry.label()).length()));
        labelWords.forEach(word -> document.add(new StringField(LABEL, word, Field.Store.NO)));
        words.forEach(word -> document.add(new StringField(WORD, word, Field.Store.NO)));
        return document;
    }
}
