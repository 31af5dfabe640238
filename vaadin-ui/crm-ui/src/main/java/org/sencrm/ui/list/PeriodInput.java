package org.sencrm.ui.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sencrm.ui.field.AriaName;
import org.sencrm.ui.host.HostContext;

/** Asks for days by where they lie from today: one of the usual periods, or a number of days, weeks, months or years. */
final class PeriodInput extends Div {

    private static final long serialVersionUID = 1L;

    private static final Pattern COUNTED = Pattern.compile("(last|next):([1-9][0-9]{0,3})([dwmy])");
    private static final String LAST = "last";
    private static final String NEXT = "next";
    private static final List<String> CHOICES = List.of(
            "today",
            "yesterday",
            "tomorrow",
            "thisWeek",
            "lastWeek",
            "nextWeek",
            "thisMonth",
            "lastMonth",
            "nextMonth",
            "thisQuarter",
            "lastQuarter",
            "nextQuarter",
            "thisYear",
            "lastYear",
            "nextYear",
            LAST,
            NEXT,
            "past",
            "future");
    private static final int USUAL_COUNT = 30;
    private static final int GREATEST_COUNT = 999;

    private final Select<String> period = new Select<>();
    private final IntegerField count = new IntegerField();
    private final Select<String> unit = new Select<>();

    PeriodInput(HostContext context, Runnable onChange) {
        addClassName("period-input");
        period.setLabel(context.text("filter.value"));
        period.setItems(CHOICES);
        period.setItemLabelGenerator(word -> context.text("filter.period." + word));
        period.setValue("thisMonth");
        count.setMin(1);
        count.setMax(GREATEST_COUNT);
        count.setValue(USUAL_COUNT);
        count.setHasControls(true);
        AriaName.give(count, context.text("filter.period.count"));
        unit.setItems("d", "w", "m", "y");
        unit.setItemLabelGenerator(letter -> context.text("filter.period.unit." + letter));
        unit.setValue("d");
        AriaName.give(unit, context.text("filter.period.unit"));
        period.addValueChangeListener(event -> showCount());
        period.addValueChangeListener(event -> onChange.run());
        count.addValueChangeListener(event -> onChange.run());
        unit.addValueChangeListener(event -> onChange.run());
        add(period, count, unit);
        showCount();
    }

    private void showCount() {
        boolean counted = isCounted(period.getValue());
        count.setVisible(counted);
        unit.setVisible(counted);
    }

    private static boolean isCounted(String word) {
        return LAST.equals(word) || NEXT.equals(word);
    }

    /** The period as RSQL names it; null while it is not whole. */
    String value() {
        String word = period.getValue();
        if (!isCounted(word)) {
            return word;
        }
        return count.getValue() == null || count.isInvalid() ? null : word + ":" + count.getValue() + unit.getValue();
    }

    void show(String value) {
        Matcher counted = COUNTED.matcher(value);
        if (counted.matches()) {
            period.setValue(counted.group(1));
            count.setValue(Integer.valueOf(counted.group(2)));
            unit.setValue(counted.group(3));
        } else if (CHOICES.contains(value)) {
            period.setValue(value);
        }
    }

    /** The period in words, e.g. {@code the last 30 days}; as it is written where it is none. */
    static String words(HostContext context, String value) {
        Matcher counted = COUNTED.matcher(value);
        if (counted.matches()) {
            return context.text(
                    "filter.period." + counted.group(1) + "." + counted.group(3), Integer.valueOf(counted.group(2)));
        }
        return CHOICES.contains(value) && !isCounted(value) ? context.text("filter.period." + value) : value;
    }
}
