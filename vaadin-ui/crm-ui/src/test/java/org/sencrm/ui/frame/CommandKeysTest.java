package org.sencrm.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sencrm.ui.frame.CommandKeys.Binding;
import org.sencrm.ui.frame.CommandKeys.Wish;

class CommandKeysTest {

    @Test
    void oneKeyOrTwoCallACommand() {
        CommandKeys keys = keys(wish("sales.lead", "n", "l"), wish("clock.show", "9"));

        assertEquals(Optional.of("sales.lead"), keys.command("n l"));
        assertEquals(Optional.of("clock.show"), keys.command("9"));
        assertEquals(Optional.empty(), keys.command("n"));
        assertEquals("n l,9", keys.listed());
    }

    @Test
    void whoeverCameFirstHasTheKeysAndTheOtherIsTold() {
        CommandKeys keys = keys(wish("first", "n", "l"), wish("second", "n", "l"));

        assertEquals(Optional.of("first"), keys.command("n l"));
        assertEquals("first", holder(keys, "second"));
        assertEquals("n l", keys.listed());
    }

    @Test
    void keysThatBeginLikeOthersAreTaken() {
        CommandKeys keys = keys(wish("both", "n", "l"), wish("one", "n"), wish("z", "z"), wish("more", "z", "y"));

        assertEquals("both", holder(keys, "one"));
        assertEquals("z", holder(keys, "more"));
        assertEquals(Optional.of("z"), keys.command("z"));
    }

    @Test
    void theKeysOfTheProductAreNobodyElses() {
        CommandKeys keys = keys(wish("edit", "e"), wish("go", "g", "x"), wish("next", "j", "j"), wish("choose", "x"));

        for (Binding binding : keys.all()) {
            assertFalse(binding.works(), binding.toString());
            assertTrue(binding.holder().isEmpty(), binding.toString());
        }
        assertEquals("", keys.listed());
    }

    @Test
    void whatIsTakenTakesNothingFromOthers() {
        CommandKeys keys = keys(wish("first", "n"), wish("second", "n", "l"), wish("third", "m"));

        assertEquals(Optional.of("third"), keys.command("m"));
        assertEquals("first", holder(keys, "second"));
    }

    @Test
    void wishesThatNoKeyboardCanFulfilAreLeftOut() {
        CommandKeys keys = keys(wish("none"), wish("capital", "N"), wish("word", "no"), wish("three", "a", "b", "d"));

        assertEquals(List.of(), keys.all());
    }

    private static CommandKeys keys(Wish... wishes) {
        return new CommandKeys(List.of(wishes));
    }

    private static Wish wish(String command, String... keys) {
        return new Wish(command, Stream.of(keys).toList());
    }

    private static String holder(CommandKeys keys, String command) {
        return keys.all().stream()
                .filter(binding -> binding.wish().command().equals(command))
                .map(Binding::holder)
                .findFirst()
                .orElseThrow();
    }
}
