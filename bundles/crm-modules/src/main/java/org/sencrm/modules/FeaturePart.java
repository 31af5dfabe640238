package org.sencrm.modules;

import java.util.List;

/**
 * One feature of the installation, installed or not.
 *
 * @param description null where the feature has none
 * @param features names of the features that it needs
 * @param bundles locations of its bundles
 * @param conditionals bundles that come with it only beside other features
 */
record FeaturePart(
        String name,
        String version,
        String description,
        boolean installed,
        List<String> features,
        List<String> bundles,
        List<Conditional> conditionals) {

    /**
     * @param conditions names of the features that must all be there
     */
    record Conditional(List<String> conditions, List<String> features, List<String> bundles) {}
}
