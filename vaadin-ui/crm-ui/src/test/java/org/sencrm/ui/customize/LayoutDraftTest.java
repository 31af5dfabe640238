package org.sencrm.ui.customize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.api.field.RecordLayout;

/** What arranging does to a layout; "gone" is a field of a module that is away. */
class LayoutDraftTest {

    private final LayoutDraft draft = new LayoutDraft(
            new RecordLayout(
                    "deals",
                    RecordLayout.EVERYBODY,
                    List.of(
                            new RecordLayout.Section("", Map.of(), List.of("name", "gone", "phone")),
                            new RecordLayout.Section("needs", Map.of(), List.of("taste", "habit"))),
                    Set.of("secret", "absent"),
                    3),
            field -> !Set.of("gone", "absent").contains(field));

    @Test
    void aFieldMovesPastWhatNobodySeesAndOverTheEdge() {
        assertFalse(draft.canMove("name", false));
        assertFalse(draft.canMove("habit", true));
        draft.move("phone", false);
        assertEquals(List.of("phone", "name"), fields(0));
        draft.move("name", true);
        assertEquals(List.of("phone"), fields(0));
        assertEquals(List.of("name", "taste", "habit"), fields(1));
        draft.move("name", false);
        assertEquals(List.of("phone", "name"), fields(0));
        draft.move("habit", true);
        assertEquals(List.of("taste", "habit"), fields(1));
    }

    @Test
    void whatIsNotThereKeepsItsPlace() {
        draft.move("phone", false);
        draft.leaveOut("phone");
        draft.moveTo("phone", draft.parts().get(0), null);
        assertEquals(List.of("name", "gone", "phone"), section(draft, 0));
        assertEquals(List.of("secret"), draft.hidden());
        assertEquals(List.of("absent", "secret"), draft.description().get("hidden"));
    }

    @Test
    void aDroppedFieldStandsBeforeTheOneItWasDroppedOn() {
        draft.moveTo("secret", draft.parts().get(1), "habit");
        assertEquals(List.of("taste", "secret", "habit"), fields(1));
        assertEquals(List.of(), draft.hidden());
        draft.moveTo("habit", draft.parts().get(1), "habit");
        assertEquals(List.of("taste", "secret", "habit"), fields(1));
    }

    @Test
    void aSectionComesMovesAndGoesWithoutItsFields() {
        LayoutDraft.Part added = draft.addPart(Map.of("vi", "Giao hàng", "en", "Delivery"));
        draft.moveTo("phone", added, null);
        assertFalse(draft.canMovePart(added, true));
        draft.movePart(added, false);
        assertEquals(List.of("phone"), fields(1));
        assertFalse(draft.canMovePart(added, false));
        draft.movePart(added, false);
        assertEquals(List.of("phone"), fields(1));
        draft.removePart(added);
        assertEquals(List.of("name", "phone"), fields(0));
        assertEquals(2, draft.parts().size());
    }

    @Test
    void itKnowsWhetherAnythingIsNew() {
        assertFalse(draft.isChanged());
        draft.move("phone", false);
        assertTrue(draft.isChanged());
        draft.moveTo("phone", draft.parts().get(0), null);
        assertFalse(draft.isChanged());
        draft.parts().get(1).rename(Map.of("vi", "Mong muốn", "en", "Wishes"));
        assertTrue(draft.isChanged());
    }

    private List<String> fields(int part) {
        return draft.parts().get(part).fields();
    }

    private static Object section(LayoutDraft draft, int part) {
        return ((Map<?, ?>) ((List<?>) draft.description().get("sections")).get(part)).get("fields");
    }
}
