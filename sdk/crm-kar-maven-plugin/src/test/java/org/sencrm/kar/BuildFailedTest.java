package org.sencrm.kar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class BuildFailedTest {

    @Test
    void theCompilersPlacesAreSaidAsEditorsUnderstandThem() {
        MojoFailureException compiler = new MojoFailureException(
                this,
                "Compilation failure",
                "Compilation failure\n/w/acme/Visit.java:[12,8] cannot find symbol\n  symbol: variable toda\n");

        BuildFailed failed = BuildFailed.because(List.of(new IllegalStateException("lifecycle", compiler)));

        assertEquals(
                List.of("Compilation failure", "/w/acme/Visit.java:12: cannot find symbol", "  symbol: variable toda"),
                failed.lines());
    }

    @Test
    void whatHasNoMessageIsStillSaid() {
        assertEquals(
                List.of("null"),
                BuildFailed.because(List.of(new IllegalStateException())).lines());
    }
}
