package org.sencrm.modules.pack;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads a ZIP file from its front and by its directory, and insists that both tell the same: readers that disagree are how
 * a file shows one face to whoever checks it and another to whoever runs it. Nothing is written and nothing kept in memory.
 */
final class ZipScan {

    private static final int MOST_CHARACTERS = 500;
    private static final int BUFFER = 1 << 16;

    private final Limits limits;

    ZipScan(Limits limits) {
        this.limits = limits;
    }

    /** The SHA-256 of each file in it by its name; folders are left out. No whole ZIP file is a {@link ZipException}. */
    Map<String, String> digests(Path file) throws IOException {
        long size = Files.size(file);
        if (size > limits.file()) {
            throw new Flaw("pack.tooLarge", limits.file() >> 20);
        }
        try {
            Map<String, String> listed = listed(file, limits.mostFrom(size));
            if (!listed.equals(streamed(file, limits.mostFrom(size)))) {
                throw new Flaw("pack.contradicts");
            }
            return listed;
        } catch (EOFException | IllegalArgumentException e) {
            throw (ZipException) new ZipException("not a whole ZIP file").initCause(e);
        }
    }

    private Map<String, String> listed(Path file, long most) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        Set<String> names = new HashSet<>();
        long left = most;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.entries()) {
                throw new Flaw("pack.tooMany", limits.entries());
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                checkName(entry.getName());
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw new Flaw("pack.duplicate", entry.getName());
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    left -= digest(entry, in, left, digests);
                }
            }
        }
        return digests;
    }

    private Map<String, String> streamed(Path file, long most) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        long left = most;
        int count = 0;
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                count++;
                if (count > limits.entries() || digests.containsKey(entry.getName())) {
                    throw new Flaw("pack.contradicts");
                }
                left -= digest(entry, in, left, digests);
            }
        }
        return digests;
    }

    /** Bytes read. */
    private static long digest(ZipEntry entry, InputStream in, long most, Map<String, String> digests)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long read = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            read += count;
            if (read > most) {
                throw new Flaw("pack.bomb");
            }
            digest.update(buffer, 0, count);
        }
        if (!entry.isDirectory()) {
            digests.put(entry.getName(), Sha256.hex(digest.digest()));
        } else if (read > 0) {
            throw new Flaw("pack.contradicts");
        }
        return read;
    }

    /** A name is a path downwards, with slashes, and prints. */
    static void checkName(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean fine = name.length() <= MOST_CHARACTERS
                && name.chars().noneMatch(letter -> letter < ' ' || letter == '\\' || letter == ':' || letter == 0x7f);
        for (String part : path.split("/", -1)) {
            fine = fine && !part.isEmpty() && !part.equals(".") && !part.equals("..");
        }
        if (!fine) {
            throw new Flaw("pack.path", name.replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
