package org.sencrm.core.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.value.PlainText;

/** What somebody sends to describe a type, a field, a rule or a layout, and all that is wrong with it. */
public final class Description {

    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_CODE = 60;
    private static final int MOST_OPTIONS = 500;

    private final Map<String, ?> members;
    private final Caller caller;
    private final Faults faults;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param known names of the members that there are */
    public Description(Map<String, ?> members, Set<String> known, Caller caller, Faults faults) {
        this.members = members;
        this.caller = caller;
        this.faults = faults;
        members.keySet().stream()
                .filter(member -> !known.contains(member))
                .forEach(member -> error(member, "unknownField", "fault.value.unknownField"));
    }

    public void error(String member, String code, String messageKey, Object... arguments) {
        errors.add(faults.error(caller, member, code, messageKey, arguments));
    }

    void error(FieldError error) {
        errors.add(error);
    }

    public boolean isFine(String member) {
        return errors.stream().noneMatch(error -> member.equals(error.field()));
    }

    /** Throws {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong so far. */
    public void refuseIfWrong() {
        if (!errors.isEmpty()) {
            throw faults.badRecord(caller, errors);
        }
    }

    public boolean has(String member) {
        return members.containsKey(member);
    }

    public Object get(String member) {
        return members.get(member);
    }

    /** The text; null, with an error where it is no text. */
    public String text(String member) {
        Object value = members.get(member);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        error(member, "format", "fault.value.text");
        return null;
    }

    public boolean flag(String member, boolean otherwise) {
        if (!has(member)) {
            return otherwise;
        }
        Object value = members.get(member);
        if (value != null && !(value instanceof Boolean)) {
            error(member, "format", "fault.value.boolean");
        }
        return Boolean.TRUE.equals(value);
    }

    /** Refuses to change what never changes; the same again is no change. */
    public void keep(String member, String stored) {
        if (has(member) && !Objects.equals(members.get(member), stored)) {
            error(member, "readOnly", "fault.field.fixed");
        }
    }

    Map<String, String> label() {
        return label("label");
    }

    /** A text of the member for each language of the product. */
    public Map<String, String> label(String member) {
        return label(member, members.get(member));
    }

    /** A text for each language of the product, made of one text or of texts by language. */
    Map<String, String> label(String member, Object given) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (given instanceof String text) {
            Messages.LOCALES.forEach(locale -> texts.put(locale.getLanguage(), text));
        } else if (given instanceof Map<?, ?> byLanguage) {
            byLanguage.forEach((language, text) -> texts.put(String.valueOf(language), Objects.toString(text, "")));
        } else if (given != null) {
            error(member, "format", "fault.field.label");
            return Map.of();
        }
        texts.replaceAll((language, text) -> Objects.requireNonNullElse(PlainText.line(text), ""));
        texts.values().removeIf(String::isEmpty);
        Set<String> languages = new HashSet<>();
        Messages.LOCALES.forEach(locale -> languages.add(locale.getLanguage()));
        if (!languages.containsAll(texts.keySet())) {
            error(member, "format", "fault.field.label");
        } else if (texts.isEmpty()) {
            error(member, "required", "fault.value.required");
        } else if (texts.values().stream().anyMatch(text -> text.length() > LONGEST_LABEL)) {
            error(member, "tooLong", "fault.value.tooLong", LONGEST_LABEL);
        } else {
            String first = texts.values().iterator().next();
            languages.forEach(language -> texts.putIfAbsent(language, first));
        }
        return texts;
    }

    /** The options of a field of this kind. */
    List<CustomField.Option> options(FieldKind kind) {
        Object given = members.get("options");
        boolean isChoice = kind == FieldKind.CHOICE || kind == FieldKind.CHOICES;
        List<?> members = given instanceof List<?> list ? list : List.of();
        if (given != null && !(given instanceof List<?>)) {
            error("options", "format", "fault.field.options");
        } else if (isChoice && members.stream().allMatch(Description::isRetired)) {
            error("options", "required", "fault.field.noOptions");
        } else if (!isChoice && !members.isEmpty()) {
            error("options", "refused", "fault.field.optionsWithoutChoice");
        } else if (members.size() > MOST_OPTIONS) {
            error("options", "outOfRange", "fault.field.tooManyOptions", MOST_OPTIONS);
        }
        List<CustomField.Option> options = new ArrayList<>();
        if (isFine("options")) {
            members.forEach(member -> options.add(option(member)));
        }
        Set<String> codes = new HashSet<>();
        options.stream()
                .filter(option -> !codes.add(option.code().toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(twice -> error("options", "notUnique", "fault.field.optionTwice", twice.code()));
        return options;
    }

    private static boolean isRetired(Object option) {
        return option instanceof Map<?, ?> parts && Boolean.TRUE.equals(parts.get("retired"));
    }

    /** An option is a code with a label, or one text that is both. */
    private CustomField.Option option(Object given) {
        Map<?, ?> parts = given instanceof Map<?, ?> named ? named : Collections.singletonMap("code", given);
        Object label = parts.get("label") == null ? parts.get("code") : parts.get("label");
        return new CustomField.Option(
                code(parts.get("code")), label("options", label), Boolean.TRUE.equals(parts.get("retired")));
    }

    private String code(Object given) {
        String code = given instanceof String text ? PlainText.line(text) : null;
        if (code == null || code.contains(",") || code.length() > LONGEST_CODE) {
            error("options", "format", "fault.field.optionCode", LONGEST_CODE);
            return "";
        }
        return code;
    }
}
