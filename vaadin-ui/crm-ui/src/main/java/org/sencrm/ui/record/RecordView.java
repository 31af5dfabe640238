package org.sencrm.ui.record;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.Locale;
import java.util.Optional;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.look.Icons;
import org.sencrm.ui.view.View;

/** The page of a record at {@code /ui/<type>/<id>}, and the form for a new one at {@code /ui/<type>/new}. */
public final class RecordView extends View {

    private static final long serialVersionUID = 1L;

    private RecordPage page;
    private RecordForm form;

    public RecordView(HostServices services, HostContext context) {
        super(services, context);
        addClassName("record-view");
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        Optional<String> type = address.get("type");
        boolean isNew = Addresses.NEW.equals(address.get("id").orElse(""));
        return type.isPresent() && context().may(isNew ? Right.CREATE : Right.READ, type.get());
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        RecordType type = context().types().get(address.get("type").orElseThrow());
        String id = address.get("id").orElse("");
        clear();
        if (Addresses.NEW.equals(id)) {
            showForm(type, place);
        } else if (id.matches("\\d{1,18}")) {
            showRecord(type, Long.parseLong(id));
        } else {
            showMissing(type);
        }
    }

    private void clear() {
        removeAll();
        page = null;
        form = null;
    }

    private void showRecord(RecordType type, long id) {
        try {
            RecordData record = context().records().get(context().caller(), type.name(), id);
            page = new RecordPage(context(), type, record, this::title, () -> {
                clear();
                showMissing(type);
            });
            add(page);
        } catch (NotFound gone) {
            showMissing(type);
        }
    }

    private void showForm(RecordType type, Location place) {
        Locale locale = context().locale();
        String name = text(
                "form.newTitle", context().messages().one(locale, type.name()).toLowerCase(locale));
        title(name);
        form = new RecordForm(context(), type, new NewRecord(type));
        form.addClassNames("card", "pad");
        form.create(Prefill.of(context(), type, place));
        add(new H1(name), form);
        form.focusFirst();
    }

    private void showMissing(RecordType type) {
        title(text("record.missing.title"));
        Anchor list = new Anchor(
                Addresses.list(type.name()), context().messages().many(context().locale(), type.name()));
        list.getElement().setAttribute("router-link", true);
        list.addClassName("link");
        Section notice = new Section(
                Icons.icon("info"),
                new H1(text("record.missing.title")),
                new Paragraph(text("record.missing.text")),
                list);
        notice.addClassNames("card", "empty");
        add(notice);
    }

    @Override
    public boolean keyPressed(String key) {
        if ("e".equals(key) && page != null) {
            page.edit();
            return true;
        }
        return false;
    }

    /** A page that nobody is typing into shows the fields that its type has now. */
    @Override
    protected void modulesChanged() {
        if (page != null && page.isOutdated()) {
            super.comeBack();
        }
    }

    /** A form with unsaved values keeps them while its module is away; a page is read again when it comes back. */
    @Override
    protected void setAside() {
        if (form == null) {
            clear();
        }
    }

    @Override
    protected void comeBack() {
        if (form == null) {
            super.comeBack();
        }
    }

    /** A new record is shown where the form was; giving up leads back to the list. */
    private final class NewRecord implements RecordForm.Outcome {

        private final RecordType type;

        NewRecord(RecordType type) {
            this.type = type;
        }

        @Override
        public void saved(RecordData record) {
            context().inform(text("record.created", context().format(record.get(type.labelField()))));
            context().open(Reference.to(type.name(), record.id()));
        }

        @Override
        public void cancelled() {
            UI.getCurrent().navigate(Addresses.list(type.name()));
        }

        @Override
        public void deleted(RecordData record) {
            UI.getCurrent().navigate(Addresses.list(type.name()));
        }
    }
}
