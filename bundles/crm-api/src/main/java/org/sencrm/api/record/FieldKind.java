package org.sencrm.api.record;

import java.util.Arrays;

/**
 * What a field holds. The kind decides the Java type of its value in {@link RecordData}, how it is shown and edited,
 * which filters it knows and how it is written in a file. A value that is not set is always {@code null}.
 */
public enum FieldKind {
    /** One line: {@link String}. */
    TEXT("text"),
    /** Several lines: {@link String}. */
    LONG_TEXT("longText"),
    /** Sanitised HTML: {@link String}. */
    RICH_TEXT("richText"),
    /** Any number: {@link java.math.BigDecimal}. */
    NUMBER("number"),
    /** An amount and its currency: {@link Money}. */
    MONEY("money"),
    /** A share, 12.5 meaning 12.5 %: {@link java.math.BigDecimal}. */
    PERCENT("percent"),
    /** A day: {@link java.time.LocalDate}. */
    DATE("date"),
    /** An instant: {@link java.time.Instant}. */
    DATE_TIME("dateTime"),
    /** A length of time: {@link java.time.Duration}. */
    DURATION("duration"),
    /** Yes or no: {@link Boolean}. */
    BOOLEAN("boolean"),
    /** The code of one {@link Choice}: {@link String}. */
    CHOICE("choice"),
    /** The codes of several choices: {@code List<String>}. */
    CHOICES("choices"),
    /** {@link String}. */
    EMAIL("email"),
    /** A telephone number as people write it: {@link String}. */
    PHONE("phone"),
    /** An http or https address: {@link String}. */
    URL("url"),
    /** A postal address, lines separated by a line feed: {@link String}. */
    ADDRESS("address"),
    /** A person's full name in the order in which the person writes it: {@link String}. */
    PERSON_NAME("personName"),
    /** Another record: {@link Reference}. */
    REFERENCE("reference"),
    /** Several other records: {@code List<Reference>}. */
    REFERENCES("references"),
    /** Structured data that only one module understands: maps, lists, strings, numbers, booleans. Not filterable. */
    STRUCTURE("structure");

    private final String code;

    FieldKind(String code) {
        this.code = code;
    }

    /** The name in REST and in files, e.g. {@code dateTime}. */
    public String code() {
        return code;
    }

    /** The kind with this code; {@link IllegalArgumentException} where there is none. */
    public static FieldKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such field kind: " + code));
    }

    /** Whether the value is words in which people search. */
    public boolean isText() {
        return switch (this) {
            case TEXT, LONG_TEXT, RICH_TEXT, EMAIL, PHONE, URL, ADDRESS, PERSON_NAME -> true;
            default -> false;
        };
    }

    /** Whether values can be added up. */
    public boolean isSummable() {
        return this == NUMBER || this == MONEY || this == DURATION;
    }
}
