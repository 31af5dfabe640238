package org.sencrm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What became of a configuration, in lines for people: whatever is not as it was already, then the counts. */
final class PromotionReport {

    private final JsonNode promotion;

    PromotionReport(JsonNode promotion) {
        this.promotion = promotion;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (JsonNode item : promotion.path("items")) {
            switch (item.path("state").asText()) {
                case "added" -> {
                    lines.add("added    " + name(item));
                    item.path("after")
                            .fields()
                            .forEachRemaining(
                                    member -> lines.add("         " + member.getKey() + ": " + member.getValue()));
                }
                case "changed" -> {
                    lines.add("changed  " + name(item));
                    item.path("after")
                            .fields()
                            .forEachRemaining(member -> lines.add("         " + member.getKey() + ": "
                                    + item.path("before").path(member.getKey()) + " -> " + member.getValue()));
                }
                case "refused" ->
                    lines.add("refused  " + name(item) + ": "
                            + item.path("reason").asText());
                default -> {
                    // as it was already
                }
            }
        }
        lines.add("added " + count("added") + ", changed " + count("changed") + ", same " + count("same") + ", refused "
                + count("refused")
                + (promotion.path("dryRun").asBoolean() ? " (dry run: nothing was written)" : ""));
        return lines;
    }

    private static String name(JsonNode item) {
        return item.path("part").asText() + " " + item.path("key").asText();
    }

    private long count(String state) {
        return promotion.path(state).asLong();
    }
}
