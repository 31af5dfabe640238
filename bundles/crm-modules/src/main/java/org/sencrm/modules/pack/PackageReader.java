package org.sencrm.modules.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a package and believes nothing of it that is not proved: first the file, then the signature, then who signed, and
 * only then what it says. Nothing of it is run and nothing stays behind. Thread safe.
 */
public final class PackageReader {

    private static final Logger LOG = LoggerFactory.getLogger(PackageReader.class);

    private final TrustStore trust;
    private final Messages messages;
    private final Clock clock;

    public PackageReader(TrustStore trust, Messages messages, Clock clock) {
        this.trust = trust;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The package, wholly checked.
     *
     * @throws InvalidRequest with the reason, in the language of the terms
     */
    public ModulePackage read(Path file, Terms terms, Neighbours neighbours) {
        try {
            Map<String, String> digests = new ZipScan(Limits.PACKAGE).digests(file);
            List<X509Certificate> chain = Signatures.verify(file, digests);
            Signer signer = trust.judgeNew(chain, clock.instant(), terms);
            digests.keySet().removeIf(Signatures::isSignatureFile);
            return content(file, digests, signer, terms, neighbours);
        } catch (Flaw flaw) {
            throw refused(file, flaw, terms);
        } catch (IOException e) {
            throw refused(file, new Flaw(e, "pack.broken"), terms);
        }
    }

    /** Who signed a package that was taken in before, and what is in it; the certificate may have ended since. */
    Kept readKept(Path file, Terms terms) throws IOException {
        Map<String, String> digests = new ZipScan(Limits.PACKAGE).digests(file);
        Signer signer = trust.judgeKept(Signatures.verify(file, digests), terms);
        digests.keySet().removeIf(Signatures::isSignatureFile);
        return new Kept(signer, digests);
    }

    record Kept(Signer signer, Map<String, String> digests) {}

    Fault refused(Path file, Flaw flaw, Terms terms) {
        LOG.warn("Package {} is refused: {}", file.getFileName(), flaw.getMessage());
        LOG.debug("Why package {} is refused", file.getFileName(), flaw);
        return flaw.in(terms.locale(), messages);
    }

    private static ModulePackage content(
            Path file, Map<String, String> digests, Signer signer, Terms terms, Neighbours neighbours)
            throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            PackageContent content = new PackageContent(zip, digests.keySet());
            Descriptor descriptor = content.descriptor();
            NameRules names = new NameRules(signer, neighbours);
            names.checkModule(descriptor, terms);
            Map<String, BundleFacts> bundles = content.bundles(descriptor);
            names.checkBundles(descriptor.id(), bundles.values());
            FeatureXml feature = content.feature(descriptor, neighbours);
            Set<String> exports = bundles.values().stream()
                    .flatMap(bundle -> bundle.exports().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new ModulePackage(file, Sha256.of(file), descriptor, signer, feature, digests, exports);
        }
    }
}
