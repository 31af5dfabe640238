package org.sencrm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.sencrm.itests.Subject.Whose;

/** Every operation of REST, every kind of visitor, every mark: what one asks, and what must not come back. */
final class AccessMatrix {

    private static final int AT_ONCE = 4;
    private static final String ACCOUNTS = "accounts";

    private final Marks marks = new Marks();
    private final Api admin;
    private final MarkedRecords records;
    private final Visitors visitors;
    private final Operations operations;
    private final Trials trials;
    private final Verdicts verdicts;

    AccessMatrix(Product product) throws Exception {
        admin = product.admin();
        String unique = marks.in(Subject.NO_SECRET).substring(2);
        visitors = new Visitors(product.port(), admin, unique);
        MarkedTypes types = MarkedTypes.make(admin, marks, unique.substring(0, 6));
        records = new MarkedRecords(admin, marks, visitors.owners());
        records.make();
        share(records.id(ACCOUNTS, Whose.MATES), visitors.guestId());
        Addresses addresses = new MarkedThings(product, marks, types, records, visitors).make();
        operations = new Operations(admin, records);
        trials = new Trials(admin, marks, records, addresses, operations, visitors.stranger());
        verdicts = new Verdicts(product, marks);
        Await.until("the marks in the search", Duration.ofSeconds(20), () -> {
            JsonNode found = admin.get("/search?q=" + records.name(ACCOUNTS, Whose.MATES))
                    .json();
            return found.path("items").size() > 0;
        });
    }

    private void share(String account, String person) throws Exception {
        Map<String, Object> with = Map.of("type", "users", "id", person);
        admin.post("/accounts/" + account + "/shares", Map.of("with", with)).created();
    }

    Visitors visitors() {
        return visitors;
    }

    /** What is wrong with the answers to these visitors, who ask the same at the same time. */
    List<String> asked(List<Visitor> people, boolean reading, boolean changing) throws Exception {
        Map<Whose, List<Trial>> trials = new EnumMap<>(Whose.class);
        for (Visitor visitor : people) {
            for (Whose whose : visitor.groups()) {
                if (!trials.containsKey(whose)) {
                    trials.put(whose, trials(whose, reading, changing));
                }
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<List<String>>> each = people.stream()
                    .map(visitor -> (Callable<List<String>>) () -> asked(visitor, trials))
                    .toList();
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> done : pool.invokeAll(each)) {
                wrong.addAll(done.get());
            }
            return wrong;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Trial> trials(Whose whose, boolean reading, boolean changing) throws Exception {
        List<Trial> found = new ArrayList<>();
        for (Operation operation : operations.all()) {
            if (operation.reads() ? reading : changing) {
                found.addAll(trials.of(operation, whose));
            }
        }
        return found;
    }

    private List<String> asked(Visitor visitor, Map<Whose, List<Trial>> trials) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Whose whose : visitor.groups()) {
            for (Trial trial : trials.get(whose)) {
                wrong.addAll(verdicts.of(visitor, trial));
            }
        }
        return wrong;
    }

    /** Addresses that lead to a marked thing and that nobody gets, so that a refusal would prove nothing. */
    List<String> leadingNowhere(Visitor administrator) throws Exception {
        List<String> nowhere = new ArrayList<>();
        for (Operation operation : operations.all()) {
            if (operation.reads() && operation.address().contains("{")) {
                Trial trial = trials.of(operation, Whose.STRANGERS).get(0);
                int status = verdicts.status(administrator, trial);
                if (status != 200) {
                    nowhere.add(trial + " " + status);
                }
            }
        }
        return nowhere;
    }

    /** Records that are not as they were made. */
    List<String> changed() throws Exception {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Long> made : records.versions().entrySet()) {
            Api.Answer now = admin.get(made.getKey());
            if (now.status() != 200 || now.json().path("version").asLong() != made.getValue()) {
                changed.add(made + " is " + now);
            }
        }
        return changed;
    }

    /** What carries marks that the visitor may see and none of which came: there the matrix would be blind. */
    Set<String> unseen(Visitor visitor) {
        Set<String> seen = verdicts.seenBy(visitor);
        Map<Subject, List<String>> words = marks.all().entrySet().stream()
                .filter(mark -> visitor.sees().test(mark.getValue()))
                .filter(mark -> records.id(mark.getValue().area(), Whose.STRANGERS) != null)
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return words.entrySet().stream()
                .filter(subject -> subject.getValue().stream().noneMatch(seen::contains))
                .map(subject -> subject.getKey().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many answers were looked through for how many marks. */
    String size() {
        int known = marks.all().size();
        return verdicts.answers() + " answers to " + operations.all().size() + " operations, " + known + " marks, "
                + verdicts.answers() * known + " cells";
    }
}
