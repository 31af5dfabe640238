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

    /** @param section its word, as fields name it */
    FieldSection(HostContext context, String section, Component content) {
        this.context = context;
        addClassName("field-section");
        filled.addClassNames("muted", "small");
        setSummary(new Span(context.text("section." + section)), filled);
        setContent(content);
    }

    /** @param count how many fields have a value */
    void filled(long count) {
        filled.setText(count == 0 ? "" : context.format(count));
    }
}
