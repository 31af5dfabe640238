package org.sencrm.ui.permission;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.record.Reference;
import org.sencrm.api.search.Folding;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.ColleagueField;

/** What of the matrix is wanted: which roles, which rows, two roles compared, or all that one person may do. */
final class MatrixFilters extends Div {

    private static final long serialVersionUID = 1L;

    /** Ways to look at it. */
    enum Way {
        ROLES,
        COMPARE,
        PERSON
    }

    private final transient HostContext context;
    private final transient Runnable onChanged;
    private final Select<Way> way = new Select<>();
    private final TextField text;
    private final MultiSelectComboBox<Reference> roles = new MultiSelectComboBox<>();
    private final ComboBox<Reference> one = new ComboBox<>();
    private final ComboBox<Reference> other = new ComboBox<>();
    private final ColleagueField person;
    private boolean narrow;
    private boolean filling;

    /** @param onChanged called after another choice */
    MatrixFilters(HostContext context, Runnable onChanged) {
        this.context = context;
        this.onChanged = onChanged;
        addClassName("settings-fields");
        way.setLabel(context.text("matrix.way"));
        way.setItems(Way.values());
        way.setItemLabelGenerator(
                each -> context.text("matrix.way." + each.name().toLowerCase(Locale.ROOT)));
        way.setValue(Way.ROLES);
        way.addValueChangeListener(event -> changed());
        text = new TextField(context.text("matrix.rows"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(event -> changed());
        roles.setLabel(context.text("matrix.roles"));
        roles.setPlaceholder(context.text("matrix.roles.all"));
        roles.setItemLabelGenerator(context::format);
        roles.addValueChangeListener(event -> changed());
        choose(one, "matrix.one");
        choose(other, "matrix.other");
        person = ColleagueField.ofEverybody(context, context.text("why.person"));
        person.addValueChangeListener(event -> changed());
        add(way, roles, one, other, person, text);
        arrange();
    }

    private void choose(ComboBox<Reference> role, String label) {
        role.setLabel(context.text(label));
        role.setItemLabelGenerator(context::format);
        role.addValueChangeListener(event -> changed());
    }

    private void changed() {
        if (!filling) {
            arrange();
            onChanged.run();
        }
    }

    private void arrange() {
        roles.setVisible(way() == Way.ROLES && !narrow);
        one.setVisible(way() == Way.COMPARE || way() == Way.ROLES && narrow);
        one.setLabel(context.text(way() == Way.COMPARE ? "matrix.one" : "matrix.role"));
        other.setVisible(way() == Way.COMPARE);
        person.setVisible(way() == Way.PERSON);
    }

    /** On a phone there is one role at a time. */
    void narrow(boolean now) {
        narrow = now;
        arrange();
    }

    /** Offers the roles that there are now; what was chosen stays chosen. */
    void offer(List<RoleRights> present) {
        filling = true;
        List<Reference> all = present.stream()
                .map(role -> new Reference(RoleRights.TYPE, role.id(), role.name()))
                .toList();
        Set<Reference> chosen = roles.getValue();
        roles.setItems(all);
        roles.setValue(all.stream().filter(role -> has(chosen, role)).collect(Collectors.toSet()));
        again(one, all, 0);
        again(other, all, 1);
        filling = false;
    }

    private static void again(ComboBox<Reference> role, List<Reference> all, int usual) {
        Set<Reference> chosen =
                Optional.ofNullable(role.getValue()).map(Set::of).orElse(Set.of());
        role.setItems(all);
        role.setValue(all.stream()
                .filter(each -> has(chosen, each))
                .findFirst()
                .or(() -> all.stream().skip(usual).findFirst())
                .orElse(null));
    }

    private static boolean has(Set<Reference> chosen, Reference role) {
        return chosen.stream().anyMatch(each -> each.id() == role.id());
    }

    Way way() {
        return way.getValue();
    }

    /** Whose rights are wanted; null as long as nobody is chosen. */
    Reference person() {
        return person.getValue();
    }

    /** The roles that are wanted as columns, of these. */
    List<RoleRights> of(List<RoleRights> all) {
        Set<Reference> wanted = way() == Way.ROLES && !narrow
                ? roles.getValue()
                : Stream.of(one.getValue(), way() == Way.COMPARE ? other.getValue() : null)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        boolean every = way() == Way.ROLES && !narrow && wanted.isEmpty();
        return all.stream()
                .filter(role -> every || wanted.stream().anyMatch(each -> each.id() == role.id()))
                .toList();
    }

    /** The rows whose names have what was typed. */
    List<MatrixRow> among(List<MatrixRow> rows) {
        String typed = Folding.fold(text.getValue());
        return rows.stream()
                .filter(row -> Folding.fold(row.name()).contains(typed))
                .toList();
    }
}
