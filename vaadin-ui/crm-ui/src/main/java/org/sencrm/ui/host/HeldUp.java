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

    /** Lets a tab that shows something else load its address anew, where the person is held up. */
    static void lead(UI ui) {
        if (ComponentUtil.getData(ui, HeldUp.class) == null) {
            mark(ui);
            ui.getPage().reload();
        }
    }
}
