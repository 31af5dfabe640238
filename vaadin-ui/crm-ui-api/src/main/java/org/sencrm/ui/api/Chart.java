package org.sencrm.ui.api;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;

/**
 * A chart drawn by ECharts in the colours of the theme; the host brings the element {@code crm-chart}. The same figures
 * stand in a table behind it for those who cannot see the picture.
 */
@Tag("crm-chart")
public class Chart extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param finding what the chart shows, in one sentence: its title and its name for screen readers
     * @param optionJson the option object of ECharts as JSON, without colours and fonts
     */
    public Chart(String finding, String optionJson) {
        getElement().setAttribute("finding", finding);
        show(optionJson);
    }

    /** Draws other figures. */
    public final void show(String optionJson) {
        getElement().setProperty("option", optionJson);
    }

    /** Told when a person chooses a bar, slice or point. */
    public Registration addSelectListener(ComponentEventListener<SelectEvent> listener) {
        return addListener(SelectEvent.class, listener);
    }

    /** A bar, slice or point was chosen. */
    @DomEvent("chart-select")
    public static class SelectEvent extends ComponentEvent<Chart> {

        private static final long serialVersionUID = 1L;

        private final int index;

        public SelectEvent(Chart source, boolean fromClient, @EventData("event.detail.index") int index) {
            super(source, fromClient);
            this.index = index;
        }

        /** Place of the chosen item in its series, from 0. */
        public int index() {
            return index;
        }
    }
}
