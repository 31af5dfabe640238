package org.sencrm.ui.modules;

import java.util.List;
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

    /** What one has to know before agreeing, most important first. */
    List<String> sentences(Modules.Plan plan) {
        return plan.action() == Modules.Action.INSTALL
                ? List.of(adds(plan), stops(plan), refreshes(plan), people(plan), tables(plan))
                : List.of(stops(plan), refreshes(plan), tables(plan), people(plan));
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
        String verb = plan.action() == Modules.Action.INSTALL ? "install" : "uninstall";
        return texts.text("store.plan.people." + verb, plan.sessionsAffected());
    }

    private String tables(Modules.Plan plan) {
        String verb = plan.action() == Modules.Action.INSTALL ? "install" : "uninstall";
        return plan.tables().isEmpty()
                ? texts.text("store.plan.tables.none")
                : texts.text("store.plan.tables." + verb, plan.tables().size());
    }
}
