package org.sencrm.api.setting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One setting described, so that a screen can ask for it: what kind of value it has, whose it is, and what holds until
 * somebody decides. Its label is the message {@code setting.<key>}, a sentence under the field {@code setting.<key>.help}
 * where there is such a message. Values are texts everywhere: numbers as {@code 12.5}, yes and no as {@code true} and {@code
 * false}, choices by code, days as {@code 2026-12-31}. Immutable.
 *
 * <pre>{@code
 * Setting days = Setting.number("sales.remindDays", 0, 365).otherwise("3");
 * Setting key = Setting.secret("zalo.accessToken").required();
 * Setting view = Setting.choice("sales.firstView", "list", "board").ofUser().otherwise("list");
 * }</pre>
 *
 * @param key of {@link Settings}, beginning with the module's word
 * @param kind of the value
 * @param scope whose it is
 * @param otherwise what holds where nothing is set; null for nothing
 * @param mandatory whether there must be a value
 * @param least smallest number allowed; null for any
 * @param most largest number allowed, or greatest length of a text; null for any
 * @param options codes of a choice that are always the same; none where the page tells them
 */
public record Setting(
        String key,
        Kind kind,
        Scope scope,
        String otherwise,
        boolean mandatory,
        BigDecimal least,
        BigDecimal most,
        List<String> options) {

    /** What kind of value a setting has. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        BOOLEAN,
        CHOICE,
        /** A day, as {@code 2026-12-31}. @since 1.3 */
        DATE,
        EMAIL,
        /** An address that begins with {@code https://} or {@code http://}. */
        URL,
        /** Kept encrypted, in {@link SecretSettings}; never shown again. */
        SECRET
    }

    /** Whose a setting is. */
    public enum Scope {
        /** One value for the company; only administrators see and set it. */
        COMPANY,
        /** Everybody has their own. */
        USER
    }

    private static final BigDecimal LONGEST_TEXT = BigDecimal.valueOf(500);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(4000);

    public Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scope, "scope");
        options = List.copyOf(options);
    }

    /** One line of at most 500 characters. */
    public static Setting text(String key) {
        return of(key, Kind.TEXT, null, LONGEST_TEXT, List.of());
    }

    /** Lines of at most 4,000 characters. */
    public static Setting longText(String key) {
        return of(key, Kind.LONG_TEXT, null, LONGEST, List.of());
    }

    public static Setting number(String key, long least, long most) {
        return of(key, Kind.NUMBER, BigDecimal.valueOf(least), BigDecimal.valueOf(most), List.of());
    }

    public static Setting yesNo(String key) {
        return of(key, Kind.BOOLEAN, null, null, List.of());
    }

    /** @param options codes; none where the page tells what there is to choose */
    public static Setting choice(String key, String... options) {
        return of(key, Kind.CHOICE, null, null, List.of(options));
    }

    /**
     * A day.
     *
     * @since 1.3
     */
    public static Setting date(String key) {
        return of(key, Kind.DATE, null, null, List.of());
    }

    public static Setting email(String key) {
        return of(key, Kind.EMAIL, null, LONGEST_TEXT, List.of());
    }

    public static Setting url(String key) {
        return of(key, Kind.URL, null, LONGEST_TEXT, List.of());
    }

    /** At most 4,000 characters without accents. */
    public static Setting secret(String key) {
        return of(key, Kind.SECRET, null, LONGEST, List.of());
    }

    /** The same, each user's own instead of the company's. */
    public Setting ofUser() {
        return new Setting(key, kind, Scope.USER, otherwise, mandatory, least, most, options);
    }

    /** The same with a value that holds until somebody decides. */
    public Setting otherwise(String value) {
        return new Setting(key, kind, scope, value, mandatory, least, most, options);
    }

    /** The same, with a value that must be there. */
    public Setting required() {
        return new Setting(key, kind, scope, otherwise, true, least, most, options);
    }

    public boolean isSecret() {
        return kind == Kind.SECRET;
    }

    private static Setting of(String key, Kind kind, BigDecimal least, BigDecimal most, List<String> options) {
        return new Setting(key, kind, Scope.COMPANY, null, false, least, most, options);
    }
}
