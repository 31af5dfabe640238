package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sencrm.ui.api.ScreenContext;

/** Recovery codes, shown this once. */
final class RecoverySheet extends Div {

    private static final long serialVersionUID = 1L;

    RecoverySheet(ScreenContext context, List<String> codes) {
        addClassName("stack");
        Div once = new Div();
        once.setText(context.text("tokenKey.codes.once"));
        once.addClassNames("banner", "warn");
        once.getElement().setAttribute("role", "status");
        UnorderedList list = new UnorderedList();
        codes.forEach(each -> list.add(new ListItem(each)));
        list.getElement().getStyle().set("font-family", "monospace");
        Button copy = new Button(
                context.text("tokenKey.codes.copy"),
                event -> getElement()
                        .executeJs("return navigator.clipboard.writeText($0)", String.join("\n", codes))
                        .then(copied -> context.inform(context.text("tokenKey.codes.copied"))));
        add(once, list, copy);
    }
}
