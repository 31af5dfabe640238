package org.sencrm.api.fault;

/**
 * What is wrong with one value.
 *
 * @param field name of the field; null for the record as a whole
 * @param code stable, for programs: {@code required}, {@code tooLong}, {@code format}, {@code unknownChoice},
 *     {@code unknownReference}, {@code ambiguousReference}, {@code notUnique}, {@code readOnly}, {@code unknownField},
 *     {@code outOfRange}, {@code refused}
 * @param message for people, in the caller's language
 */
public record FieldError(String field, String code, String message) {}
