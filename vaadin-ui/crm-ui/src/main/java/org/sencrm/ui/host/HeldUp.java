package org.sencrm.ui.host;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/** Marks a tab that shows, or is about to show, what its person has to agree to. */
final class HeldUp {

    private static final HeldUp MARK = new HeldUp();

    private HeldUp() {}

    static void mark(UI ui) {
        ComponentUtil.setData(ui, HeldUp.class, MARK);
    }

    /** The tab shows something else again. */
    static void clear(UI ui) {
        ComponentUtil.setData(ui, HeldUp.class, null);
    }

    /**
     * Takes everything off a tab that shows something else, where the person is held up, and lets it load its address anew: a
     * browser that does not has nothing left to ask of.
     */
    static void lead(UI ui) {
        if (ComponentUtil.getData(ui, HeldUp.class) == null) {
            mark(ui);
            ui.removeAll();
            ui.getPage().reload();
        }
    }
}
