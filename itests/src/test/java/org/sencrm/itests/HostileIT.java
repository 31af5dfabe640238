package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Add-ons that mean harm come to the product while people work with it: each ends in clear words, and nobody is disturbed. */
@RunWith(Parameterized.class)
public class HostileIT {

    private static Product product;
    private static HostilePackages packages;
    private static Prober people;

    private final Attack attack;

    public HostileIT(Attack attack) {
        this.attack = attack;
    }

    @Parameters(name = "{0}")
    public static List<Attack> attacks() {
        return List.of(Attack.values());
    }

    @BeforeClass
    public static void start() throws Exception {
        product = Product.start();
        packages = new HostilePackages(
                Path.of("target", "hostile").toAbsolutePath(), product.home().resolve("trust"));
        Operator operator = new Operator(product);
        operator.isDone(packages.wellFormed("settings"));
        operator.removes(List.of(HostilePackages.id("settings")));
        letPeopleIn();
    }

    private static void letPeopleIn() throws Exception {
        people = Prober.start(product.admin(), product.port(), 2, Duration.ofMillis(50));
    }

    @AfterClass
    public static void stop() throws Exception {
        people.close();
        product.close();
    }

    @Test
    public void endsInClearWordsAndTheRestRunsOn() throws Exception {
        Operator operator = new Operator(product);
        if (attack.isFatal()) {
            people.close();
        }
        assertEquals("before " + attack, List.of(), people.failures());
        attack.story().tell(packages, operator);
        if (attack.isFatal()) {
            letPeopleIn();
        }
        assertTrue("people work through " + attack, people.areAtWork());
        assertEquals(attack.toString(), List.of(), people.failures());
        operator.removes(attack.modules());
        assertEquals(
                "crm-sales after " + attack,
                "running",
                operator.module("crm-sales").path("state").asText());
        assertEquals("after the removal of " + attack, List.of(), people.failures());
    }
}
