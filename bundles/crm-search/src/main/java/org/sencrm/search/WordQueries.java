package org.sencrm.search;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What is asked of the index. Scores are plain sums of the weights below, not statistics: a hit in the label outweighs one
 * in other text, a whole word outweighs the beginning of one, and a label that begins as typed outweighs all.
 */
final class WordQueries {

    private static final float NAME_WHOLE = 64;
    private static final float NAME_BEGINS = 32;
    private static final float LABEL_WHOLE = 8;
    private static final float LABEL_BEGINS = 4;
    private static final float TEXT_WHOLE = 2;
    private static final float TEXT_BEGINS = 1;

    /** Shorter words have too many neighbours. */
    private static final int SHORTEST_FORGIVEN = 4;

    private static final int SHORTEST_FORGIVEN_TWICE = 8;
    private static final int MOST_NEIGHBOURS = 50;

    private WordQueries() {}

    /** Every word begins a word of the record. */
    static Query matching(String type, List<String> words) {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(IndexFields.TYPE, type)), Occur.FILTER);
        words.forEach(word -> all.add(new PrefixQuery(new Term(IndexFields.WORD, word)), Occur.FILTER));
        return all.build();
    }

    /** As {@link #matching}, over several types and ranked. */
    static Query exact(Collection<String> types, List<String> words) {
        BooleanQuery.Builder all = ofTypes(types);
        words.forEach(word -> all.add(weighed(word), Occur.MUST));
        Term name = new Term(IndexFields.NAME, String.join(" ", words));
        all.add(weight(new TermQuery(name), NAME_WHOLE), Occur.SHOULD);
        all.add(weight(new PrefixQuery(name), NAME_BEGINS), Occur.SHOULD);
        return all.build();
    }

    /** As {@link #exact}, with small typing errors forgiven in the longer words. */
    static Query forgiving(Collection<String> types, List<String> words) {
        BooleanQuery.Builder all = ofTypes(types);
        words.forEach(word -> all.add(word.length() < SHORTEST_FORGIVEN ? weighed(word) : forgiven(word), Occur.MUST));
        return all.build();
    }

    private static BooleanQuery.Builder ofTypes(Collection<String> types) {
        List<BytesRef> terms = types.stream().map(BytesRef::new).toList();
        return new BooleanQuery.Builder().add(new TermInSetQuery(IndexFields.TYPE, terms), Occur.FILTER);
    }

    private static Query weighed(String word) {
        Term label = new Term(IndexFields.LABEL, word);
        Term text = new Term(IndexFields.WORD, word);
        return new BooleanQuery.Builder()
                .add(weight(new TermQuery(label), LABEL_WHOLE), Occur.SHOULD)
                .add(weight(new PrefixQuery(label), LABEL_BEGINS), Occur.SHOULD)
                .add(weight(new TermQuery(text), TEXT_WHOLE), Occur.SHOULD)
                .add(weight(new PrefixQuery(text), TEXT_BEGINS), Occur.SHOULD)
                .build();
    }

    private static Query forgiven(String word) {
        BooleanQuery.Builder near = new BooleanQuery.Builder().add(weighed(word), Occur.SHOULD);
        near.add(weight(like(IndexFields.LABEL, word, 1), LABEL_BEGINS), Occur.SHOULD);
        near.add(weight(like(IndexFields.WORD, word, 1), TEXT_BEGINS), Occur.SHOULD);
        if (word.length() >= SHORTEST_FORGIVEN_TWICE) {
            near.add(weight(like(IndexFields.LABEL, word, 2), LABEL_BEGINS), Occur.SHOULD);
            near.add(weight(like(IndexFields.WORD, word, 2), TEXT_BEGINS), Occur.SHOULD);
        }
        return near.build();
    }

    /** Two letters that changed places are one error; the first letter is taken as it is. */
    private static Query like(String field, String word, int errors) {
        return new FuzzyQuery(new Term(field, word), errors, 1, MOST_NEIGHBOURS, true);
    }

    private static Query weight(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }
}
