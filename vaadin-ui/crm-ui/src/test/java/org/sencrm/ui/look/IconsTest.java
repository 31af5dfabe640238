package org.sencrm.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sencrm.api.field.CustomTypes;

class IconsTest {

    private static final String FAMILY = "home building user users star chart board calendar box check phone mail note"
            + " clock gear puzzle upload download search plus bell help filter columns trash edit shield tag flag list menu"
            + " close sun moon language logout link undo dots warning info file money funnel";

    @Test
    void theFamilyIsComplete() {
        List<String> missing =
                Stream.of(FAMILY.split(" ")).filter(name -> !Icons.has(name)).toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void everyIconOfACustomTypeIsOne() {
        assertEquals(
                List.of(),
                CustomTypes.ICONS.stream().filter(name -> !Icons.has(name)).toList());
    }

    @Test
    void aDecorativeIconIsHiddenFromScreenReaders() {
        assertEquals("true", Icons.icon("home").getElement().getAttribute("aria-hidden"));
    }

    @Test
    void anIconWithAMeaningIsNamed() {
        var element = Icons.icon("warning", "Overdue").getElement();

        assertEquals("Overdue", element.getAttribute("aria-label"));
        assertEquals(null, element.getAttribute("aria-hidden"));
    }

    @Test
    void anUnknownNameGivesABox() {
        assertEquals(
                Icons.icon("box").getElement().getProperty("innerHTML"),
                Icons.icon("no-such-icon").getElement().getProperty("innerHTML"));
    }
}
