package org.sencrm.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.sencrm.ui.host.HostContext;

/** Asks to which column a card shall go, for those who do not drag. */
final class MoveMenu extends Dialog {

    private static final long serialVersionUID = 1L;

    MoveMenu(HostContext context, BoardCard card, List<BoardColumn> columns, Consumer<BoardColumn> onChoose) {
        setHeaderTitle(context.text("board.moveTo", card.name()));
        Div list = new Div();
        list.addClassNames("stack", "move-menu");
        for (BoardColumn column : columns) {
            boolean here = column == card.column();
            String label = here ? context.text("board.here", column.label()) : column.label();
            Button button = new Button(label, event -> {
                close();
                onChoose.accept(column);
            });
            button.setEnabled(!here);
            list.add(button);
        }
        add(list);
        Button cancel = new Button(context.text("form.cancel"), event -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel);
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                card.focus();
            }
        });
    }
}
