package org.sencrm.sales.ui;

import com.vaadin.flow.component.Component;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.api.ScreenContext;

/** Answers every text with its key and arguments. */
final class EchoContext implements ScreenContext {

    private final Messages messages = new Messages() {
        @Override
        public String text(Locale locale, String key, Object... arguments) {
            return key + Arrays.toString(arguments);
        }

        @Override
        public boolean has(Locale locale, String key) {
            return true;
        }
    };

    @Override
    public Caller caller() {
        return new Caller(7, Locale.ENGLISH, ZoneId.of("UTC"), "ui", 0);
    }

    @Override
    public Messages messages() {
        return messages;
    }

    @Override
    public String format(Object value) {
        return String.valueOf(value);
    }

    @Override
    public Records records() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordTypes types() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void open(Reference record) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void openList(String type, String filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void inform(String message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void whenChanged(Component component, String type, Runnable work) {
        throw new UnsupportedOperationException();
    }
}
