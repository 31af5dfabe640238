package org.sencrm.ui.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.module.Modules;

/** A plan in plain words. */
final class PlanWords {

    /** Gives a text of the person's language. */
    interface Texts {

        String text(String key, Object... arguments);
    }

    private final Texts texts;

    PlanWords(Texts texts) {
        this.texts = texts;
    }

    /** The action as a part of message keys. */
    static String of(Modules.Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    /** What one has to know before agreeing, most important first. */
    List<String> sentences(Modules.Plan plan) {
        List<String> sentences = new ArrayList<>(
                plan.adds().isEmpty()
                        ? List.of(stops(plan), refreshes(plan), tables(plan), people(plan))
                        : List.of(adds(plan), stops(plan), refreshes(plan), people(plan), tables(plan)));
        if (!plan.neededBy().isEmpty()) {
            sentences.add(texts.text("store.plan.neededBy", String.join(", ", plan.neededBy())));
        }
        if (plan.wayBack() != null) {
            sentences.add(plan.wayBack());
        }
        return sentences;
    }

    private String changes(Modules.Plan plan) {
        if (plan.changes().isEmpty()) {
            return texts.text("store.plan.tables.none");
        }
        if (plan.action() == Modules.Action.INSTALL && plan.tables().isEmpty()) {
            return texts.text("store.plan.tables.install", plan.changes().size());
        }
        String names = String.join(", ", plan.changes()).toLowerCase(Locale.ROOT);
        return texts.text("store.plan.tables.change", plan.changes().size(), names);
    }

    private String adds(Modules.Plan plan) {
        return texts.text("store.plan.adds", plan.adds().size());
    }

    private String stops(Modules.Plan plan) {
        return plan.stops().isEmpty()
                ? texts.text("store.plan.stops.none")
                : texts.text("store.plan.stops", plan.stops().size());
    }

    private String refreshes(Modules.Plan plan) {
        return plan.refreshes().isEmpty()
                ? texts.text("store.plan.refreshes.none")
                : texts.text("store.plan.refreshes", String.join(", ", plan.refreshes()));
    }

    private String people(Modules.Plan plan) {
        boolean comes = plan.action() == Modules.Action.INSTALL || plan.action() == Modules.Action.ON;
        boolean changes = plan.action() == Modules.Action.UPDATE || plan.action() == Modules.Action.ROLLBACK;
        String verb = comes ? "install" : changes ? "update" : "uninstall";
        return texts.text("store.plan.people." + verb, plan.sessionsAffected());
    }

    private String tables(Modules.Plan plan) {
        if (plan.action() == Modules.Action.INSTALL || plan.action() == Modules.Action.UPDATE) {
            return changes(plan);
        }
        String verb = switch (plan.action()) {
            case ROLLBACK -> "rollback";
            default -> "uninstall";
            case PURGE -> "purge";
        };
        return plan.tables().isEmpty()
                ? texts.text("store.plan.tables.none")
                : texts.text("store.plan.tables." + verb, plan.tables().size());
    }
}
