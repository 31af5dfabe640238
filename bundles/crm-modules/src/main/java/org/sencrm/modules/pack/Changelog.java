package org.sencrm.modules.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    private static final String UNCLEAR = "pack.table.unclear";

    private final ZipFile bundle;
    private final String name;
    private final MessageDigest digest = Sha256.digest();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> touched = new TreeSet<>();
    private final TablePointers pointers = new TablePointers();
    private final Set<String> met = new HashSet<>();

    private Changelog(ZipFile bundle, String name) {
        this.bundle = bundle;
        this.name = name;
    }

    /** @param touched names of all tables that the steps make, change, fill or refer to */
    record Read(Schema schema, Set<String> touched) {}

    static Read read(ZipFile bundle, String name, String file) throws IOException {
        Changelog changelog = new Changelog(bundle, name);
        try {
            changelog.include(file);
        } catch (XMLStreamException e) {
            throw new Flaw(e, "pack.changelog", name);
        }
        Optional<String> circle = changelog.pointers.circle();
        if (circle.isPresent()) {
            throw new Flaw("pack.table.circle", name, circle.get());
        }
        return new Read(
                new Schema(name, file, Sha256.hex(changelog.digest.digest()), changelog.steps), changelog.touched);
    }

    private void include(String file) throws IOException, XMLStreamException {
        byte[] content = content(file);
        if (file.endsWith(".xml")) {
            walk(SafeXml.read(new ByteArrayInputStream(content)), file);
        } else if (file.endsWith(".sql")) {
            steps.add(new Step(file, List.of()));
            sql(text(content), file);
        } else {
            throw new Flaw(UNCLEAR, name, file);
        }
    }

    private void sql(String content, String file) {
        try {
            touched.addAll(SqlTables.of(content, pointers));
        } catch (SqlTables.Unclear e) {
            throw new Flaw(e, e.key(), name, file);
        }
    }

    private byte[] content(String file) throws IOException, XMLStreamException {
        ZipEntry entry = bundle.getEntry(file);
        if (entry == null || !met.add(file)) {
            throw new XMLStreamException(file + " is missing or included twice");
        }
        try (InputStream in = bundle.getInputStream(entry)) {
            byte[] content = in.readAllBytes();
            digest.update(content);
            return content;
        }
    }

    private void walk(XMLStreamReader xml, String file) throws IOException, XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "changeSet" -> step(xml, file);
                    case "preConditions" -> conditions(xml, file);
                    case "property" -> parameter(xml, file);
                    case "include" -> include(named(xml, "file", "relativeToChangelogFile", file));
                    case "includeAll" -> throw new XMLStreamException("includeAll names no file");
                    default -> {}
                }
            }
        }
    }

    private void step(XMLStreamReader xml, String file) throws IOException, XMLStreamException {
        String id = String.valueOf(xml.getAttributeValue(null, "id"));
        try {
            ChangeSet set = ChangeSet.read(
                    xml, change -> text(content(named(change, "path", "relativeToChangelogFile", file))), pointers);
            steps.add(new Step(id, List.copyOf(set.tables())));
            touched.addAll(set.touched());
        } catch (SqlTables.Unclear e) {
            throw new Flaw(e, e.key(), name, id);
        }
    }

    private void conditions(XMLStreamReader xml, String file) throws XMLStreamException {
        try {
            ChangeSet.conditions(xml);
        } catch (SqlTables.Unclear e) {
            throw new Flaw(e, e.key(), name, file);
        }
    }

    /** A value that stands for a parameter anywhere in the steps. */
    private void parameter(XMLStreamReader xml, String file) {
        try {
            ChangeSet.refuseSecondStatement(xml.getAttributeValue(null, "value"));
        } catch (SqlTables.Unclear e) {
            throw new Flaw(e, UNCLEAR, name, file);
        }
        if (xml.getAttributeValue(null, "file") != null) {
            throw new Flaw(UNCLEAR, name, file);
        }
    }

    private static String named(XMLStreamReader xml, String attribute, String beside, String file) {
        String named = xml.getAttributeValue(null, attribute);
        boolean isBeside = "true".equals(xml.getAttributeValue(null, beside));
        return isBeside ? file.substring(0, file.lastIndexOf('/') + 1) + named : named;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
