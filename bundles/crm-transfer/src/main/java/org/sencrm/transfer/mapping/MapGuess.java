package org.sencrm.transfer.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;

/**
 * Guesses which column belongs to which field by what fields are called: their name, their label in each language, and
 * other words for them from the messages {@code <type>.<field>.alias} and {@code <type>.<field>.<part>.alias} (separated
 * by commas). A sure match goes before a likeness; each field and each column is used once.
 */
public final class MapGuess {

    private static final double SAME = 1;
    private static final double LEAST = 0.7;
    /** A likeness, however great, stays behind a sure match. */
    private static final double LIKENESS_WEIGHT = 0.95;

    private final RecordTypes types;
    private final Messages messages;

    public MapGuess(RecordTypes types, Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    /** As below, with nothing given. */
    public Map<String, String> guess(RecordType type, Set<String> hidden, List<String> header) {
        return guess(type, hidden, header, Map.of());
    }

    /**
     * Column by field, the given ones first, the others in the order of the columns.
     *
     * @param given column by field as somebody has settled it; neither is guessed again
     */
    public Map<String, String> guess(
            RecordType type, Set<String> hidden, List<String> header, Map<String, String> given) {
        List<Candidate> candidates = candidates(type, hidden, header);
        candidates.removeIf(candidate -> given.containsKey(candidate.path));
        List<Match> matches = new ArrayList<>();
        for (int index = 0; index < header.size(); index++) {
            if (given.containsValue(header.get(index))) {
                continue;
            }
            Words column = Words.of(header.get(index));
            for (Candidate candidate : candidates) {
                double score = header.get(index).equals(candidate.path) ? SAME + 1 : candidate.score(column);
                if (score >= LEAST) {
                    matches.add(new Match(index, candidate.path, score));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::column));
        Map<Integer, String> chosen = choose(matches);
        Map<String, String> map = new LinkedHashMap<>(given);
        for (int index = 0; index < header.size(); index++) {
            if (chosen.containsKey(index)) {
                map.put(chosen.get(index), header.get(index));
            }
        }
        map.keySet()
                .removeIf(path -> path.contains(".")
                        && !given.containsKey(path)
                        && !map.containsKey(path.substring(0, path.indexOf('.'))));
        return map;
    }

    private static Map<Integer, String> choose(List<Match> matches) {
        Map<Integer, String> chosen = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Match match : matches) {
            if (!chosen.containsKey(match.column) && !taken.contains(match.path)) {
                chosen.put(match.column, match.path);
                taken.add(match.path);
            }
        }
        return chosen;
    }

    private List<Candidate> candidates(RecordType type, Set<String> hidden, List<String> header) {
        // our own files have both columns; the id of another system is an external id here
        boolean ownFile = header.contains("id") && header.contains("externalId");
        List<Candidate> candidates = new ArrayList<>();
        for (Field field : type.fields()) {
            boolean id = field.name().equals("id");
            if (!hidden.contains(field.name()) && (!field.readOnly() || id && ownFile)) {
                candidates.add(candidate(type, field, ownFile));
                candidates.addAll(parts(type, field));
            }
        }
        return candidates;
    }

    private Candidate candidate(RecordType type, Field field, boolean ownFile) {
        List<Words> sure = new ArrayList<>();
        sure.add(Words.of(field.name()));
        for (Locale locale : Messages.LOCALES) {
            sure.add(Words.of(messages.field(locale, type.name(), field.name())));
            if (field.name().equals(type.labelField())) {
                sure.addAll(namesOfType(type, locale));
            }
            if (field.name().equals("externalId") && !ownFile) {
                sure.add(Words.of("id"));
                sure.add(Words.of(messages.one(locale, type.name()) + " id"));
                sure.add(Words.of(messages.one(locale, type.name()) + " no"));
            }
        }
        sure.addAll(aliases(type.name() + "." + field.name() + ".alias"));
        sure.addAll(aliases("transfer.alias." + field.name()));
        return new Candidate(field.name(), sure, true);
    }

    /** A column that is called as the type itself holds the names of its records. */
    private List<Words> namesOfType(RecordType type, Locale locale) {
        String one = messages.one(locale, type.name());
        return List.of(
                Words.of(one),
                Words.of(messages.many(locale, type.name())),
                Words.of(one + " name"),
                Words.of("tên " + one));
    }

    private List<Candidate> parts(RecordType type, Field field) {
        List<Candidate> parts = new ArrayList<>();
        for (String part : fixedParts(field.kind())) {
            parts.add(new Candidate(field.name() + "." + part, List.of(), false));
        }
        if (field.createsTarget() && field.target() != null) {
            types.find(field.target())
                    .ifPresent(target -> target.fields().stream()
                            .filter(partField -> !partField.readOnly() && !partField.system())
                            .forEach(partField -> parts.add(new Candidate(
                                    field.name() + "." + partField.name(),
                                    aliases(type.name() + "." + field.name() + "." + partField.name() + ".alias"),
                                    false))));
        }
        return parts;
    }

    private static List<String> fixedParts(FieldKind kind) {
        return switch (kind) {
            case MONEY -> List.of(FieldPath.CURRENCY);
            case REFERENCE -> List.of(FieldPath.ID, FieldPath.TYPE);
            case REFERENCES -> List.of(FieldPath.ID);
            default -> List.of();
        };
    }

    private List<Words> aliases(String key) {
        List<Words> aliases = new ArrayList<>();
        for (Locale locale : Messages.LOCALES) {
            if (messages.has(locale, key)) {
                for (String alias : messages.text(locale, key).split(",")) {
                    aliases.add(Words.of(alias));
                }
            }
        }
        return aliases;
    }

    private record Match(int column, String path, double score) {}

    /** @param likenessCounts whether a column that is only like one of the words may be meant */
    private record Candidate(String path, List<Words> words, boolean likenessCounts) {

        double score(Words column) {
            double best = 0;
            for (Words word : words) {
                double likeness = word.likeness(column);
                best = Math.max(best, likeness == 1 ? SAME : likenessCounts ? likeness * LIKENESS_WEIGHT : 0);
            }
            return best;
        }
    }
}
