package org.sencrm.itests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.Test;

/** Rules of structure, read from the compiled classes of all bundles. */
public class ArchitectureIT {

    private static JavaClasses classes;

    @BeforeClass
    public static void readClasses() throws Exception {
        Path root = Path.of(System.getProperty("crm.root", ".."));
        List<Path> folders = new ArrayList<>();
        for (String group : List.of("bundles", "vaadin-ui", "sdk")) {
            try (var modules = Files.list(root.resolve(group))) {
                modules.map(module -> module.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .forEach(folders::add);
            }
        }
        classes = new ClassFileImporter().importPaths(folders);
    }

    @Test
    public void packagesFormNoCircle() {
        for (String bundle : List.of(
                "core",
                "rest",
                "transfer",
                "search",
                "modules",
                "sales",
                "tokenkey",
                "singlesignon",
                "ui",
                "cli",
                "bench")) {
            slices().matching("org.sencrm." + bundle + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @Test
    public void onlyScreensKnowVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.sencrm.ui..", "org.sencrm.*.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(classes);
    }

    @Test
    public void screensKnowNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("org.sencrm.ui..", "org.sencrm.*.ui..", "org.sencrm.rest.resource..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.persistence..")
                .check(classes);
    }

    /** The test kit is the core in a test: it is no bundle and no part of the product. */
    @Test
    public void nobodyKnowsTheInsideOfTheCore() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.sencrm.core..", "org.sencrm.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sencrm.core..")
                .check(classes);
    }

    @Test
    public void secretsAreNeverMadeByAGuessableSource() {
        noClasses()
                .that()
                .resideInAnyPackage("org.sencrm.core.signin..", "org.sencrm.rest..", "org.sencrm.ui.signin..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(Math.class, "random")
                .check(classes);
    }

    @Test
    public void namesSayWhatAClassIs() {
        noClasses()
                .that()
                .resideInAPackage("org.sencrm..")
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(classes);
    }
}
