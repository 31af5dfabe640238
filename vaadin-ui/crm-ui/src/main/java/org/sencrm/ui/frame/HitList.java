package org.sencrm.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.sencrm.ui.look.Icons;

/** Results one below the other, one of them current. */
final class HitList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Hit> choose;
    private final transient List<Hit> hits = new ArrayList<>();
    private final List<Div> lines = new ArrayList<>();
    private transient Consumer<String> whenCurrent = id -> {};
    private transient Consumer<Boolean> whenVisible = visible -> {};
    private int current;

    HitList(String name, Consumer<Hit> choose) {
        this.choose = choose;
        setId("hits-" + UUID.randomUUID());
        addClassName("hits");
        getElement().setAttribute("role", "listbox").setAttribute("aria-label", name);
        // a click must not take the focus from the field, or the list would be gone before it is felt
        getElement().executeJs("this.addEventListener('mousedown', event => event.preventDefault())");
        setVisible(false);
    }

    /** Hides the element and leaves it in the page: the search field names it as the list that it controls. */
    @Override
    public void setVisible(boolean visible) {
        getElement().setAttribute("hidden", !visible);
        whenVisible.accept(visible);
    }

    @Override
    public boolean isVisible() {
        return !getElement().hasAttribute("hidden");
    }

    /** @param listener told when the list comes and goes */
    void whenVisible(Consumer<Boolean> listener) {
        whenVisible = listener;
    }

    /** @param listener told the element id of the current line; empty for none */
    void whenCurrent(Consumer<String> listener) {
        whenCurrent = listener;
    }

    /** @param otherwise said where there is no hit; empty to say nothing and hide the list */
    void show(List<Hit> found, String otherwise) {
        removeAll();
        hits.clear();
        lines.clear();
        hits.addAll(found);
        found.forEach(hit -> lines.add(line(hit)));
        lines.forEach(this::add);
        if (found.isEmpty() && !otherwise.isEmpty()) {
            Div none = new Div();
            none.setText(otherwise);
            none.addClassName("none");
            none.getElement().setAttribute("role", "status");
            add(none);
        }
        setVisible(getComponentCount() > 0);
        current = 0;
        mark();
    }

    void move(int by) {
        if (!hits.isEmpty()) {
            current = Math.floorMod(current + by, hits.size());
            mark();
        }
    }

    void chooseCurrent() {
        if (current < hits.size()) {
            choose.accept(hits.get(current));
        }
    }

    private void mark() {
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).getElement().setAttribute("aria-selected", String.valueOf(i == current));
        }
        if (current < lines.size()) {
            Div line = lines.get(current);
            line.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
            whenCurrent.accept(line.getId().orElse(""));
        } else {
            whenCurrent.accept("");
        }
    }

    private Div line(Hit hit) {
        Span label = new Span(hit.label());
        label.addClassNames("cut");
        Div line = new Div(Icons.icon(hit.icon()), label);
        if (!hit.detail().isEmpty()) {
            Span detail = new Span(hit.detail());
            detail.addClassNames("muted", "small", "cut");
            line.add(detail);
        }
        if (!hit.kind().isEmpty()) {
            Span kind = new Span(hit.kind());
            kind.addClassName("what");
            line.add(kind);
        }
        line.addClassName("hit");
        line.setId(getId().orElseThrow() + "-" + lines.size());
        line.getElement().setAttribute("role", "option");
        line.addClickListener(event -> choose.accept(hit));
        return line;
    }
}
