package org.sencrm.ui.permission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.sencrm.api.access.Right;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.look.Icons;

/** The drawing of each right with its word. The cells of the matrix draw the same by reference, so that each stands on the page once. */
final class RightDrawings extends Div {

    private static final long serialVersionUID = 1L;

    private static final Map<Right, String> NAMES = Map.of(
            Right.READ, "eye",
            Right.CREATE, "plus",
            Right.UPDATE, "edit",
            Right.DELETE, "trash",
            Right.EXPORT, "download",
            Right.IMPORT, "upload");

    /** Draws what {@link MatrixWords#brief} says. */
    static final String TEMPLATE = """
            <div class="right-cell ${item.tone}" title="${item.words}">
              <span class="sr-only">${item.words}</span>
              <div aria-hidden="true">${(item.brief || '').split('\\n').map(line => line.split('\\t')).map(part => html`
                <span class="reach"><b>${part[0]}</b>${part.length < 2 ? '' : [...'012345'].map(right =>
                  part[1].includes(right)
                    ? html`<svg viewBox="0 0 24 24"><use href="#right-${right}"></use></svg>`
                    : html`<i></i>`)}</span>`)}
              </div>
            </div>""";

    RightDrawings(ScreenContext context) {
        addClassNames("row", "right-drawings", "muted");
        for (Right right : Right.values()) {
            Span drawing = Icons.icon(NAMES.get(right));
            drawing.getElement().executeJs("this.firstElementChild.id = $0", "right-" + right.ordinal());
            Span named = new Span(drawing, new Span(context.text("access.right." + right.code())));
            add(named);
        }
    }
}
