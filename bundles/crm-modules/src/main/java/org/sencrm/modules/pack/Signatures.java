package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Checks a signed JAR: one signer, each file signed by it, none changed, none missing. */
final class Signatures {

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private Signatures() {}

    static boolean isSignatureFile(String name) {
        return name.equals(JarFile.MANIFEST_NAME) || SIGNATURE.matcher(name).matches();
    }

    /**
     * The signer's certificates, the own one first.
     *
     * @param digests what was found in the file, by name
     */
    static List<X509Certificate> verify(Path file, Map<String, String> digests) throws IOException {
        long signers = digests.keySet().stream()
                .filter(name -> name.matches("META-INF/[^/]+\\.SF"))
                .count();
        if (signers != 1) {
            throw new Flaw(signers == 0 ? "pack.unsigned" : "pack.twoSigners");
        }
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            CodeSigner signer = null;
            Set<String> names = new TreeSet<>(digests.keySet());
            names.removeIf(Signatures::isSignatureFile);
            for (String name : names) {
                signer = signerOf(jar, name, digests.get(name), signer);
            }
            checkNothingIsMissing(jar.getManifest(), names);
            if (signer == null) {
                throw new Flaw("pack.unsigned");
            }
            return signer.getSignerCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SecurityException | ZipException e) {
            throw new Flaw(e, "pack.changed");
        }
    }

    private static CodeSigner signerOf(JarFile jar, String name, String digest, CodeSigner expected)
            throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        try (InputStream in = jar.getInputStream(entry)) {
            if (!Sha256.of(in).equals(digest)) {
                throw new Flaw("pack.contradicts");
            }
        }
        // known only after the last byte
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null || signers.length == 0) {
            throw new Flaw("pack.unsignedEntry", name);
        }
        if (signers.length > 1 || (expected != null && !expected.equals(signers[0]))) {
            throw new Flaw("pack.twoSigners");
        }
        return signers[0];
    }

    private static void checkNothingIsMissing(Manifest manifest, Set<String> names) {
        Set<String> signed = new HashSet<>(manifest.getEntries().keySet());
        signed.removeAll(names);
        signed.removeIf(name -> name.endsWith("/"));
        if (!signed.isEmpty()) {
            throw new Flaw("pack.missing", signed.iterator().next());
        }
    }
}
