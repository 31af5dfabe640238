package org.sencrm.modules.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sencrm.modules.pack.Descriptor.Schema;
import org.sencrm.modules.pack.Descriptor.Step;

/** The steps that a bundle takes in the database, read out of its changelog and the files that this includes. */
final class Changelog {

    private final ZipFile bundle;
    private final MessageDigest digest = Sha256.digest();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> met = new HashSet<>();

    private Changelog(ZipFile bundle) {
        this.bundle = bundle;
    }

    static Schema read(ZipFile bundle, String name, String file) throws IOException {
        Changelog changelog = new Changelog(bundle);
        try {
            changelog.include(file);
        } catch (XMLStreamException e) {
            throw new Flaw(e, "pack.changelog", name);
        }
        return new Schema(name, file, Sha256.hex(changelog.digest.digest()), changelog.steps);
    }

    private void include(String file) throws IOException, XMLStreamException {
        ZipEntry entry = bundle.getEntry(file);
        if (entry == null || !met.add(file)) {
            throw new XMLStreamException(file + " is missing or included twice");
        }
        byte[] content;
        try (InputStream in = bundle.getInputStream(entry)) {
            content = in.readAllBytes();
        }
        digest.update(content);
        if (file.endsWith(".xml")) {
            walk(SafeXml.read(new ByteArrayInputStream(content)), file);
        } else {
            steps.add(new Step(file, List.of()));
        }
    }

    private void walk(XMLStreamReader xml, String file) throws IOException, XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "changeSet" -> steps.add(step(xml));
                    case "include" -> include(included(xml, file));
                    case "includeAll" -> throw new XMLStreamException("includeAll names no file");
                    default -> {}
                }
            }
        }
    }

    private static Step step(XMLStreamReader xml) throws XMLStreamException {
        String id = xml.getAttributeValue(null, "id");
        Set<String> tables = new TreeSet<>();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String table = xml.getAttributeValue(null, "tableName");
                if (table != null) {
                    tables.add(table);
                }
            }
        }
        return new Step(String.valueOf(id), List.copyOf(tables));
    }

    private static String included(XMLStreamReader xml, String file) {
        String named = xml.getAttributeValue(null, "file");
        boolean beside = "true".equals(xml.getAttributeValue(null, "relativeToChangelogFile"));
        return beside ? file.substring(0, file.lastIndexOf('/') + 1) + named : named;
    }
}
