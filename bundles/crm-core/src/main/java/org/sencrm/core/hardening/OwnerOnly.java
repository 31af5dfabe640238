package org.sencrm.core.hardening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that nobody but the account of the product may read or change: taken away from others where they may. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private OwnerOnly() {}

    /** @return those that stay open to others, as they belong to another account */
    static List<Path> close(List<Path> paths) {
        List<Path> open = new ArrayList<>();
        for (Path path : paths) {
            if (!close(path)) {
                open.add(path);
            }
        }
        return open;
    }

    /** @return whether it is closed to others now. File systems without owners are left to the machine. */
    private static boolean close(Path path) {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null || !Files.exists(path)) {
            return true;
        }
        Set<PosixFilePermission> granted = permissions(view);
        if (!granted.removeAll(OF_OTHERS)) {
            return true;
        }
        try {
            view.setPermissions(granted);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Set<PosixFilePermission> permissions(PosixFileAttributeView view) {
        try {
            return EnumSet.copyOf(view.readAttributes().permissions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
