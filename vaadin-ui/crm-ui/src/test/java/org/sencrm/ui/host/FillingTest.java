package org.sencrm.ui.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.vaadin.flow.component.html.Div;
import org.junit.jupiter.api.Test;

class FillingTest {

    private final Div place = new Div();

    @Test
    void whatIsReadTakesThePlaceOfWhatSaysThatItIsComing() {
        Filling<Div> filling = Filling.begin(place);
        assertEquals("true", place.getElement().getAttribute("aria-busy"));
        assertEquals(3, place.getComponentCount());

        filling.end("found", place::add);
        assertEquals("found", text());
        assertNull(place.getElement().getAttribute("aria-busy"));
    }

    @Test
    void whatIsShownStaysUntilTheNewIsThere() {
        Filling.begin(place).end("old", place::add);
        Filling<Div> filling = Filling.begin(place);
        assertEquals("old", text());
        filling.end("new", place::add);
        assertEquals("new", text());
    }

    @Test
    void anAnswerThatALaterQuestionHasOvertakenIsDropped() {
        Filling<Div> first = Filling.begin(place);
        Filling<Div> second = Filling.begin(place);
        second.end("second", place::add);
        first.end("first", place::add);
        first.fail("first failed");
        assertEquals("second", text());
    }

    @Test
    void thePlaceSaysWhyItCouldNotBeFilled() {
        Filling.begin(place).fail("why");
        assertEquals("why", text());
    }

    private String text() {
        return place.getElement().getTextRecursively();
    }
}
