package org.sencrm.api.record;

/**
 * One option of a field of kind {@link FieldKind#CHOICE}.
 *
 * @param code what is stored and travels
 * @param label what people read, in the language that was asked for
 * @param tone how it is coloured: {@code neutral}, {@code info}, {@code good}, {@code warn} or {@code bad}
 */
public record Choice(String code, String label, String tone) {}
