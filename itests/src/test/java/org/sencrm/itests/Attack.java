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
            operator.isQuarantined(packages.wellFormed("loops"), "acme-loops", "It took too long to start"));

    private final Story story;

    Attack(Story story) {
        this.story = story;
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
