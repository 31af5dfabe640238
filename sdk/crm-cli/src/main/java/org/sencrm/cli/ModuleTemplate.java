package org.sencrm.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a new module: taken from the command's own resources, with the names put in. */
final class ModuleTemplate {

    private static final String WITH_SCREENS = "(?s)<!--screens-->(.*?)<!--/screens-->";

    private final ModuleName name;
    private final String version;
    private final boolean screens;

    /** @param version of the product that the module is made for */
    ModuleTemplate(ModuleName name, String version, boolean screens) {
        this.name = name;
        this.version = version;
        this.screens = screens;
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, filled(read(file.getValue())));
        }
    }

    /** Templates by the place of the file that is made of them. */
    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "pom.xml");
        files.put("README.md", "README.md");
        files.put(".gitignore", "gitignore");
        for (String file : new String[] {"module.json", "icon.svg", "changes_en.md", "changes_vi.md"}) {
            files.put("src/main/crm/" + file, "crm/" + file);
        }
        String records = name.id() + "/";
        files.put(records + "pom.xml", "records/pom.xml");
        files.put(records + java("main", "") + ".java", "records/Record.java");
        files.put(records + java("main", "") + "Hook.java", "records/Hook.java");
        files.put(records + java("test", "") + "Test.java", "records/Test.java");
        files.put(records + "src/main/resources/db/changelog.xml", "records/changelog.xml");
        messages(files, records, "records/");
        if (screens) {
            String ui = name.id() + "-ui/";
            files.put(ui + "pom.xml", "screens/pom.xml");
            files.put(ui + java("main", "ui/") + "Panel.java", "screens/Panel.java");
            messages(files, ui, "screens/");
        }
        return files;
    }

    private static void messages(Map<String, String> files, String folder, String templates) {
        for (String language : new String[] {"en", "vi"}) {
            String file = "messages_" + language + ".properties";
            files.put(folder + "src/main/resources/OSGI-INF/l10n/" + file, templates + file);
        }
    }

    private String java(String tree, String subpackage) {
        return "src/" + tree + "/java/" + path() + "/" + subpackage + name.className();
    }

    private String path() {
        return name.javaPackage().replace('.', '/');
    }

    private String filled(String template) {
        return template.replaceAll(WITH_SCREENS, screens ? "$1" : "")
                .replace("@name@", name.id())
                .replace("@version@", version)
                .replace("@package@", name.javaPackage())
                .replace("@path@", path())
                .replace("@Class@", name.className())
                .replace("@type@", name.type())
                .replace("@TABLE@", name.table())
                .replace("@One@", name.one())
                .replace("@Many@", name.many());
    }

    private static String read(String template) throws IOException {
        try (InputStream in = ModuleTemplate.class.getResourceAsStream("module/" + template)) {
            if (in == null) {
                throw new FileNotFoundException("template " + template);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
