package org.sencrm.core.schema;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Makes the embedded database with which a new home begins: all tables, and of rows only what the changelogs bring. Run by the build of the distribution, with
 * the same changelogs and the same marks as a start, so that a first start finds nothing left to do.
 *
 * <p>Arguments: the folder of the database, which must not exist, and the bundles with changelogs, the core first.
 */
public final class EmptyDatabase {

    private final ConnectionSource source;

    private EmptyDatabase(ConnectionSource source) {
        this.source = source;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        if (Files.exists(folder)) {
            throw new IOException("there is something already: " + folder);
        }
        Files.createDirectories(folder.getParent());
        EmptyDatabase database =
                new EmptyDatabase(() -> DriverManager.getConnection("jdbc:derby:" + folder + ";create=true"));
        for (String bundle : List.of(arguments).subList(1, arguments.length)) {
            database.add(Path.of(bundle));
        }
        close(folder);
    }

    private void add(Path bundle) throws Exception {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            Attributes headers = jar.getManifest().getMainAttributes();
            String module = headers.getValue(SchemaExtender.MODULE_HEADER);
            String changelog = headers.getValue(SchemaExtender.CHANGELOG_HEADER);
            if (module == null || changelog == null) {
                throw new IOException(bundle + " has no changelog");
            }
            new Migration(source, module, changelog, new BundleFiles(module, path -> entry(bundle, path))).update();
            new SchemaMark(source, module, filesBeside(changelog, bundle, jar)).keep();
        }
    }

    private static List<URL> filesBeside(String changelog, Path bundle, JarFile jar) {
        String folder = changelog.substring(0, changelog.lastIndexOf('/') + 1);
        List<URL> files = new ArrayList<>();
        jar.stream()
                .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                .forEach(entry -> files.add(entry(bundle, entry.getName())));
        return files;
    }

    private static URL entry(Path bundle, String path) {
        try {
            return URI.create("jar:" + bundle.toUri() + "!/" + path).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** Derby ends a database by an exception that tells that it has ended. */
    private static void close(Path folder) throws SQLException {
        try {
            DriverManager.getConnection("jdbc:derby:" + folder + ";shutdown=true")
                    .close();
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
