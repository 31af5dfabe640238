package org.sencrm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRepositoryTest {

    private static final String HOME = "user.home";

    private final String before = System.getProperty(HOME);

    @TempDir
    Path home;

    @BeforeEach
    void beSomebody() {
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void beMyselfAgain() {
        System.setProperty(HOME, before);
    }

    @Test
    void theUsualPlaceHoldsUnlessAnotherIsSaid() throws IOException {
        assertEquals(home.resolve(".m2/repository"), LocalRepository.ofThisUser(Map.of()));
    }

    @Test
    void theSettingsSayAnotherUnlessTheyOnlySpeakOfIt() throws IOException {
        Path settings = Files.createDirectories(home.resolve(".m2")).resolve("settings.xml");
        Files.writeString(settings, "<settings><!-- <localRepository>/no</localRepository> --></settings>");
        assertEquals(home.resolve(".m2/repository"), LocalRepository.ofThisUser(Map.of()));

        Files.writeString(settings, "<settings><localRepository>${user.home}/jars</localRepository></settings>");
        assertEquals(home.resolve("jars"), LocalRepository.ofThisUser(Map.of()));
    }

    @Test
    void anOptionOfMavenCountsFirst() throws IOException {
        Path said = LocalRepository.ofThisUser(Map.of("MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=/jars -Dx=y"));

        assertEquals(Path.of("/jars"), said);
    }
}
