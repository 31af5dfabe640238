package org.sencrm.modules.pack;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A module's feature, as much of the form as a module needs: what it stands on, its bundles, and those that come only beside
 * another feature. A file with anything more (configuration, libraries, other repositories) is refused.
 *
 * @param features names of the features that it needs, with a range behind a slash where it matters
 * @param bundles locations
 * @param conditional locations by the feature beside which they come
 */
public record FeatureXml(
        String name,
        String version,
        List<String> features,
        List<String> bundles,
        Map<String, List<String>> conditional) {

    private static final Set<String> KNOWN = Set.of("features", "feature", "bundle", "conditional", "condition");
    private static final Set<String> ATTRIBUTES = Set.of("name", "version", "description");

    public FeatureXml {
        features = List.copyOf(features);
        bundles = List.copyOf(bundles);
        conditional = new TreeMap<>(conditional);
    }

    static FeatureXml read(byte[] content) {
        try {
            return new Reader(SafeXml.read(new ByteArrayInputStream(content))).read();
        } catch (XMLStreamException e) {
            throw new Flaw(e, "pack.feature");
        }
    }

    /** The same feature with its bundles elsewhere. */
    FeatureXml at(UnaryOperator<String> place) {
        Map<String, List<String>> moved = new TreeMap<>();
        conditional.forEach((condition, locations) ->
                moved.put(condition, locations.stream().map(place).toList()));
        return new FeatureXml(
                name, version, features, bundles.stream().map(place).toList(), moved);
    }

    List<String> locations() {
        List<String> all = new ArrayList<>(bundles);
        conditional.values().forEach(all::addAll);
        return all;
    }

    public String text() {
        StringBuilder xml = new StringBuilder(String.format("""
                <?xml version="1.0" encoding="UTF-8"?>
                <features name="%s-%s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="%1$s" version="%2$s">
                """, escape(name), escape(version)));
        features.forEach(needed -> xml.append("    ").append(element(needed)));
        bundles.forEach(
                bundle -> xml.append("    <bundle>").append(escape(bundle)).append("</bundle>\n"));
        conditional.forEach((condition, locations) -> {
            xml.append("    <conditional>\n      <condition>")
                    .append(escape(condition))
                    .append("</condition>\n");
            locations.forEach(bundle ->
                    xml.append("      <bundle>").append(escape(bundle)).append("</bundle>\n"));
            xml.append("    </conditional>\n");
        });
        return xml.append("  </feature>\n</features>\n").toString();
    }

    private static String element(String needed) {
        int slash = needed.indexOf('/');
        return slash < 0
                ? "<feature>" + escape(needed) + "</feature>\n"
                : "<feature version=\"" + escape(needed.substring(slash + 1)) + "\">"
                        + escape(needed.substring(0, slash)) + "</feature>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** One pass through the file. */
    private static final class Reader {

        private final XMLStreamReader xml;
        private final List<String> features = new ArrayList<>();
        private final List<String> bundles = new ArrayList<>();
        private final Map<String, List<String>> conditional = new TreeMap<>();
        private String name;
        private String version;
        private String condition;
        private boolean inConditional;

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        FeatureXml read() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start(xml.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("conditional")) {
                    inConditional = false;
                    condition = null;
                }
            }
            if (name == null || version == null) {
                throw new XMLStreamException("no feature with name and version");
            }
            return new FeatureXml(name, version, features, bundles, conditional);
        }

        private void start(String element) throws XMLStreamException {
            if (!KNOWN.contains(element)) {
                throw new Flaw("pack.feature.element", element);
            }
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String attribute = xml.getAttributeLocalName(i);
                if (!ATTRIBUTES.contains(attribute)) {
                    throw new Flaw("pack.feature.element", element + " " + attribute);
                }
            }
            switch (element) {
                case "feature" -> feature();
                case "bundle" -> bundle(xml.getElementText().strip());
                case "conditional" -> inConditional = true;
                case "condition" -> condition(xml.getElementText().strip());
                default -> {}
            }
        }

        private void feature() throws XMLStreamException {
            String named = xml.getAttributeValue(null, "name");
            String asked = xml.getAttributeValue(null, "version");
            if (inConditional) {
                throw new XMLStreamException("a feature that is needed only sometimes");
            } else if (named == null) {
                String needed = xml.getElementText().strip();
                features.add(asked == null ? needed : needed + "/" + asked);
            } else if (name == null) {
                name = named;
                version = asked;
            } else {
                throw new XMLStreamException("more than one feature");
            }
        }

        private void condition(String text) throws XMLStreamException {
            if (condition != null) {
                throw new XMLStreamException("more than one condition");
            }
            condition = text;
        }

        private void bundle(String location) throws XMLStreamException {
            if (!inConditional) {
                bundles.add(location);
            } else if (condition == null) {
                throw new XMLStreamException("a conditional without condition");
            } else {
                conditional.computeIfAbsent(condition, key -> new ArrayList<>()).add(location);
            }
        }
    }
}
