package org.sencrm.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sencrm.api.record.FieldKind;

/**
 * Declares a field on a persistent attribute of the entity, in the order of the form. Whether it is required, unique and
 * how long it may be is said once, by {@link javax.persistence.Column}.
 *
 * <p>Java types: {@code String} for text, choice, structure (JSON) and lists (codes or ids between commas), {@code
 * BigDecimal}, {@code Integer} or {@code Long} for numbers, {@code BigDecimal} for money (with a second attribute {@code
 * <name>Currency} for its currency, which carries no annotation of ours), {@code java.sql.Date}, {@code
 * java.sql.Timestamp}, {@code Boolean}, {@code Long} for a duration in seconds and for a reference (with a second
 * attribute {@code <name>Type} where it may point to any type).
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CrmField {

    FieldKind value() default FieldKind.TEXT;

    /** Types that a reference may point to; {@code *} for any. */
    String[] target() default {};

    /** Codes of fixed choices; labels are the messages {@code <type>.<field>.<code>}; {@code code:tone} gives a tone. */
    String[] options() default {};

    boolean readOnly() default false;

    /** Whether quick search looks into it. */
    boolean searchable() default false;

    /** Whether lists show it as a column by default. */
    boolean listed() default false;

    /** Whether an import may create the record that a name points to and that is not there yet. */
    boolean createsTarget() default false;

    /**
     * Fields of the same record of which a hook computes this one, or when they changed: whoever may not read one of them
     * may not read this one.
     */
    String[] derivedFrom() default {};

    /**
     * Of amounts: the fields of the same record, of the kind date, whose day says at which rate the amount is converted in
     * totals; the first that has a value and that the reader may read. Where none has, it is the day on which the record
     * was created.
     */
    String[] ratedOn() default {};

    /**
     * Word of the section of form and page in which it stands, with others of that word; its heading is the message {@code
     * section.<word>}. Empty for the part that comes first and has none.
     */
    String section() default "";

    /**
     * Of choices: the word of an open list, whose name is the message {@code list.<word>}. {@link #options} are then only
     * what the list begins with, labelled by the messages {@code list.<word>.<code>}; whoever fills the field in with
     * another text adds it to the list, and an administrator keeps the list. Fields with the same word share one list, and
     * only one of them needs to say what it begins with.
     */
    String list() default "";

    /**
     * Of references: whether the record is about what it points to and nothing else, as a birthday is about a person. It goes
     * for good when that person is erased; a record that points there otherwise stays, without the words that name them.
     *
     * @since 1.5
     */
    boolean goesWithTarget() default false;
}
