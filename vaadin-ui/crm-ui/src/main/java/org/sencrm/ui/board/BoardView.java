package org.sencrm.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.list.FilterBar;
import org.sencrm.ui.list.TypeView;
import org.sencrm.ui.look.Icons;

/** The records of a type by how far they are, at {@code /ui/<type>/board}. */
public final class BoardView extends TypeView {

    private static final long serialVersionUID = 1L;

    private Board board;

    public BoardView(HostServices services, HostContext context) {
        super(services, context, "board");
    }

    @Override
    protected String address(String typeName) {
        return Addresses.board(typeName);
    }

    @Override
    protected Component createBody(FilterBar bar) {
        BoardShape shape =
                BoardShape.of(type(), services().access().hiddenFields(context().caller(), type().name()));
        board = shape == null ? null : new Board(context(), shape, this::query);
        return board == null ? noBoard() : board;
    }

    @Override
    protected void showRecords() {
        if (board != null) {
            board.load();
        }
    }

    private Section noBoard() {
        Anchor list = new Anchor(
                Addresses.list(type().name()),
                context().messages().many(context().locale(), type().name()));
        list.getElement().setAttribute("router-link", true);
        list.addClassName("link");
        Section notice = new Section(Icons.icon("board"), new H2(text("board.none")), list);
        notice.addClassNames("card", "empty");
        return notice;
    }
}
