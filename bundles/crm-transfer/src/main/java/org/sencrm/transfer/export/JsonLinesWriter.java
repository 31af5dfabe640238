package org.sencrm.transfer.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** One JSON object a line, each a record as it travels over HTTP. */
final class JsonLinesWriter implements RecordWriter {

    private final JsonGenerator json;
    private final List<Field> fields;

    JsonLinesWriter(OutputStream out, List<Field> fields) throws IOException {
        this.fields = fields;
        this.json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .createGenerator(out);
        json.setCodec(new ObjectMapper());
        json.setRootValueSeparator(null);
    }

    @Override
    public void write(RecordData record) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", String.valueOf(record.id()));
        json.writeStringField("type", record.type());
        json.writeNumberField("version", record.version());
        for (Field field : fields) {
            if (!field.name().equals("id") && record.values().containsKey(field.name())) {
                json.writeFieldName(field.name());
                value(record.get(field.name()));
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public void finish() throws IOException {
        json.close();
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Reference reference) {
            json.writeStartObject();
            json.writeStringField("type", reference.type());
            json.writeStringField("id", String.valueOf(reference.id()));
            json.writeStringField("label", reference.label());
            json.writeEndObject();
        } else if (value instanceof Money money) {
            json.writeStartObject();
            json.writeStringField("amount", money.amountText());
            json.writeStringField("currency", money.currency());
            json.writeEndObject();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object one : list) {
                value(one);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean || value instanceof Number || value instanceof Map) {
            json.writePOJO(value);
        } else {
            json.writeString(value.toString());
        }
    }
}
