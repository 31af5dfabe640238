package org.sencrm.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import org.sencrm.ui.host.HostContext;

/** A part of a form or page that has a heading, by which it opens and closes. */
final class FieldSection extends NativeDetails {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final Span filled = new Span();

    FieldSection(HostContext context, String heading, Component content) {
        this.context = context;
        addClassName("field-section");
        filled.addClassNames("muted", "small");
        setSummary(new Span(heading), filled);
        setContent(content);
    }

    /** @param count how many fields have a value */
    void filled(long count) {
        filled.setText(count == 0 ? "" : context.format(count));
    }
}
