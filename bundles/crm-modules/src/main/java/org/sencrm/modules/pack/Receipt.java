package org.sencrm.modules.pack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was written down when a package was unpacked.
 *
 * @param signer by the words of {@link Signer}
 * @param validUntil of the certificate
 * @param files SHA-256 of each file by its path
 */
record Receipt(
        String sha256, Map<String, String> signer, String validUntil, List<String> exports, Map<String, String> files) {

    private static final String FILE = "package.json";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static Receipt of(ModulePackage read) {
        Signer signer = read.signer();
        return new Receipt(
                read.sha256(),
                Map.of(
                        "kind", signer.kind().name(),
                        "name", signer.name(),
                        "subject", signer.subject(),
                        "fingerprint", signer.fingerprint(),
                        "anchor", signer.anchor()),
                signer.validUntil().toString(),
                List.copyOf(read.exports()),
                read.digests());
    }

    static Unpacked read(Path folder) throws IOException {
        Receipt receipt = MAPPER.readValue(Files.readAllBytes(folder.resolve(FILE)), Receipt.class);
        Descriptor descriptor = Descriptor.read(Files.readAllBytes(folder.resolve(Descriptor.FILE)));
        Map<String, String> parts = receipt.signer;
        Signer signer = new Signer(
                Signer.Kind.valueOf(parts.get("kind")),
                parts.get("name"),
                parts.get("subject"),
                parts.get("fingerprint"),
                parts.get("anchor"),
                Instant.parse(receipt.validUntil));
        Set<String> exports = new TreeSet<>(receipt.exports);
        return new Unpacked(folder, receipt.sha256, descriptor, signer, exports);
    }

    void write(Path folder) throws IOException {
        Files.write(folder.resolve(FILE), MAPPER.writeValueAsBytes(this));
    }
}
