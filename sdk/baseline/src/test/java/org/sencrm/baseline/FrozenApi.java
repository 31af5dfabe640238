package org.sencrm.baseline;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.File;
import java.util.List;

/** Compares a bundle of the API with the one that was frozen, package by package, by the rules of semantic versions. */
final class FrozenApi {

    private FrozenApi() {}

    /** What is wrong, in words for whoever changed the API; empty where each version says what was changed. */
    static List<String> flaws(File frozen, File present) throws Exception {
        try (Processor processor = new Processor();
                Jar older = new Jar(frozen);
                Jar newer = new Jar(present)) {
            return new Baseline(processor, new DiffPluginImpl())
                    .baseline(newer, older, new Instructions("*")).stream()
                            .filter(found -> found.mismatch)
                            .map(found -> "package " + found.packageName + " was " + found.olderVersion
                                    + " when the API was frozen and is " + found.newerVersion
                                    + "; what was changed needs " + found.suggestedVersion + " (" + found.packageDiff
                                    + ")")
                            .sorted()
                            .toList();
        }
    }
}
