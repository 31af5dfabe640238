package org.sencrm.modules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.Plan;
import org.sencrm.api.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries plans out, one at a time. A module that does not start is taken out again. */
final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Platform platform;
    private final Planner planner;
    private final Messages messages;

    Operations(Platform platform, Planner planner, Messages messages) {
        this.platform = platform;
        this.planner = planner;
        this.messages = messages;
    }

    /** Waits for its turn. The answer tells what was added, stopped and wired anew. */
    synchronized Map<String, Object> run(Plan plan, Locale locale) {
        if (!isStillTrue(plan, locale)) {
            throw new NotNow(messages.text(locale, "modules.plan.stale"));
        }
        Catalog catalog = new Catalog(platform, messages);
        FeaturePart feature = catalog.find(plan.module()).orElseThrow();
        // asked for now: the texts of a module go with it
        String label = catalog.label(feature, locale);
        if (plan.action() == Action.INSTALL) {
            install(feature, label, locale);
        } else {
            uninstall(feature, label, locale);
        }
        return Map.of(
                "module", plan.module(),
                "action", plan.action().name().toLowerCase(Locale.ROOT),
                "added", String.join(", ", plan.adds()),
                "stopped", String.join(", ", plan.stops()),
                "refreshed", String.join(", ", plan.refreshes()));
    }

    private boolean isStillTrue(Plan plan, Locale locale) {
        Plan now = planner.plan(plan.module(), plan.action(), locale);
        return now.possible()
                && now.adds().equals(plan.adds())
                && now.stops().equals(plan.stops())
                && now.refreshes().equals(plan.refreshes());
    }

    private void install(FeaturePart feature, String label, Locale locale) {
        LOG.info("Installing module {} {}", feature.name(), feature.version());
        List<String> idle;
        try {
            platform.install(feature.name(), feature.version());
            Catalog after = new Catalog(platform, messages);
            idle = after.find(feature.name()).map(after::idle).orElse(List.of(feature.name()));
        } catch (Exception e) {
            LOG.error("Module {} could not be installed", feature.name(), e);
            takeOut(feature);
            throw new NotNow(messages.text(locale, "modules.failed.install", label));
        }
        if (!idle.isEmpty()) {
            LOG.error("Module {} did not start: {}", feature.name(), idle);
            takeOut(feature);
            throw new NotNow(messages.text(locale, "modules.failed.start", label, String.join(", ", idle)));
        }
    }

    private void takeOut(FeaturePart feature) {
        try {
            if (platform.roots().contains(feature.name())) {
                platform.uninstall(feature.name(), feature.version());
            }
        } catch (Exception e) {
            LOG.error("Module {} could not be taken out again", feature.name(), e);
        }
    }

    private void uninstall(FeaturePart feature, String label, Locale locale) {
        LOG.info("Uninstalling module {} {}", feature.name(), feature.version());
        try {
            platform.uninstall(feature.name(), feature.version());
        } catch (Exception e) {
            LOG.error("Module {} could not be uninstalled", feature.name(), e);
            throw new NotNow(messages.text(locale, "modules.failed.uninstall", label));
        }
    }
}
