package org.sencrm.itests;

import java.util.List;
import java.util.Locale;

/** What a hostile add-on tries, and in which words that ends. */
enum Attack {
    HALF((packages, operator) -> operator.isRefused(packages.half(), "only a part of one")),
    STRANGER((packages, operator) -> operator.isRefused(packages.signedByAStranger(), "Nobody trusted vouches for")),
    EXPIRED((packages, operator) -> operator.isRefused(packages.signedTooLate(), "The certificate of")),
    CHANGED((packages, operator) ->
            operator.isRefused(packages.changedAfterwards(), "was changed after it was signed")),
    TRAVERSAL((packages, operator) -> operator.isRefused(packages.traversal(), "a path that is not allowed")),
    BOMB((packages, operator) -> operator.isRefused(packages.bomb(), "grows far too large")),
    SHADOW((packages, operator) ->
            operator.isRefused(packages.wellFormed("shadow"), "tries to replace a part of the core: org.sencrm.core")),
    JAVA_SHADOW((packages, operator) ->
            operator.isRefused(packages.javaShadow(), "tries to replace a part of the core: java.util")),
    TABLES((packages, operator) -> {
        operator.isRefused(
                packages.withChangelog("tables", "<dropTable tableName='CORE_USER'/>"),
                "wants to change CORE_USER in the database, which is not its own");
        operator.isRefused(
                packages.withChangelog("tables", "<sql>update SALES_LEAD set NAME = 'x'</sql>"),
                "wants to change SALES_LEAD in the database, which is not its own");
        operator.isRefused(
                packages.withChangelog("tables", "<createTable tableName='VISIT'/>"), "begins with ACME_TABLES_");
    }),
    IMPORTS((packages, operator) ->
            operator.isImpossible(packages.unresolved(), "needs something that nothing here provides")),
    MUTUAL((packages, operator) -> {
        operator.isImpossible(packages.needing("one", "other"), "needs acme-other, which does not run here");
        operator.isImpossible(packages.needing("other", "one"), "needs acme-one, which does not run here");
    }),
    SCHEMA((packages, operator) ->
            operator.isTakenBack(packages.wellFormed("schema"), "acme-schema", "stays as it was")),
    THROWS((packages, operator) ->
            operator.isQuarantined(packages.wellFormed("throws"), "acme-throws", "It failed while it started")),
    BLOCKS((packages, operator) ->
            operator.isQuarantined(packages.wellFormed("blocks"), "acme-blocks", "It took too long to start")),
    LOOPS((packages, operator) ->
            operator.isQuarantined(packages.wellFormed("loops"), "acme-loops", "It took too long to start")),
    SERVLET((packages, operator) ->
            operator.isQuarantined(packages.wellFormed("servlet"), "acme-servlet", "(javax.servlet.Servlet)")),
    FILTER((packages, operator) ->
            operator.isQuarantined(packages.wellFormed("filter"), "acme-filter", "(javax.servlet.Filter)")),
    RANKING((packages, operator) -> operator.isQuarantined(
            packages.wellFormed("ranking"),
            "acme-ranking",
            "a place that belongs to the product (org.sencrm.api.record.Records, org.sencrm.api.access.Access)")),
    TYPE((packages, operator) -> {
        operator.isDone(packages.wellFormed("type"));
        operator.becomesQuarantined("acme-type", "a place that belongs to the product (accounts)");
    }),
    HEALTH((packages, operator) -> {
        operator.isDone(packages.wellFormed("health"));
        operator.healthShows("acme-health.database", "degraded");
        operator.notices("acme-health", "“acme-health” says that something of it does not work (database)");
    }),
    HOOK_ERROR((packages, operator) -> {
        operator.isDone(packages.wellFormed("hook-error"));
        operator.productIsNotSaved("The module “acme-hook-error” failed");
    }),
    HOOK_BLOCKS((packages, operator) -> {
        operator.isDone(packages.wellFormed("hook-blocks"));
        operator.productIsNotSaved("The module “acme-hook-blocks” took longer than 10");
    }),
    HOOK_THROWS((packages, operator) -> {
        operator.isDone(packages.wellFormed("hook-throws"));
        operator.isDone(packages.wellFormed("listener"));
        operator.productIsNotSaved("The module “acme-hook-throws” failed");
        operator.triesProductsUntilQuarantined("acme-hook-throws", "Call after call into it failed");
        operator.becomesQuarantined("acme-listener", "Call after call into it failed");
        operator.savesAProduct();
    }) {
        @Override
        List<String> modules() {
            return List.of("acme-hook-throws", "acme-listener");
        }
    },
    LOCK((packages, operator) -> {
        operator.isDone(packages.wellFormed("lock"));
        operator.becomesQuarantined("acme-lock", "held the database");
    }),
    THREADS((packages, operator) -> {
        operator.isDone(packages.wellFormed("threads"));
        operator.becomesQuarantined("acme-threads", "It kept 200 threads busy, more than the 50");
    }),
    STOP_BLOCKS((packages, operator) -> {
        operator.isDone(packages.wellFormed("stop-blocks"));
        operator.operate("off", "acme-stop-blocks");
        operator.showsState("acme-stop-blocks", "off");
        operator.notices("acme-stop-blocks", "“acme-stop-blocks”");
        operator.notices("acme-stop-blocks", "its vendor for a better version");
    }),
    HALTS(
            (packages, operator) -> operator.endsTheProduct(
                    packages.wellFormed("halts"), "acme-halts", "The product ended while this module"),
            true),
    EXITS(
            (packages, operator) -> operator.endsTheProduct(
                    packages.wellFormed("exits"), "acme-exits", "The product ended while this module"),
            true),
    HEAP((packages, operator) -> operator.takesAllMemory(packages.wellFormed("heap"), "acme-heap"), true);

    private final Story story;
    private final boolean fatal;

    Attack(Story story) {
        this(story, false);
    }

    /** @param fatal whether the process ends, as nothing inside of it can help */
    Attack(Story story, boolean fatal) {
        this.story = story;
        this.fatal = fatal;
    }

    boolean isFatal() {
        return fatal;
    }

    Story story() {
        return story;
    }

    /** What may be installed afterwards. */
    List<String> modules() {
        return List.of(HostilePackages.id(name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    interface Story {

        void tell(HostilePackages packages, Operator operator) throws Exception;
    }
}
