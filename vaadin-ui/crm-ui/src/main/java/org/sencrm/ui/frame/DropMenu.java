package org.sencrm.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;

/** A menu that a click on a button opens below it, not where the pointer happens to be. */
final class DropMenu extends ContextMenu {

    private static final long serialVersionUID = 1L;

    DropMenu(Component button) {
        super(button);
        setOpenOnClick(true);
        button.getElement().setAttribute("aria-haspopup", "menu");
        button.addAttachListener(event -> button.getElement()
                .executeJs("this.addEventListener('click', event => {"
                        + "  if (event.detail instanceof Object) { return; }"
                        + "  event.stopImmediatePropagation();"
                        + "  const box = this.getBoundingClientRect();"
                        + "  this.dispatchEvent(new CustomEvent('click', {detail: {x: box.left, y: box.bottom + 4}}));"
                        + "}, true)"));
    }
}
