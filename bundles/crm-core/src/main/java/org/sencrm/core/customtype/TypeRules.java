package org.sencrm.core.customtype;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.field.Description;
import org.sencrm.core.type.CustomShape;
import org.sencrm.core.type.TypeRegistry;

/** What a custom type may be. */
final class TypeRules {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]+");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int LONGEST_NAME = 40;
    private static final int MOST_TYPES = 100;

    private static final String LABEL = "label";
    private static final String PLURAL = "plural";
    private static final String NAME_LABEL = "nameLabel";
    private static final String ICON = "icon";
    private static final String GROUP = "group";
    private static final String ADMINISTRATIVE = "administrative";
    private static final String RETIRED = "retired";
    private static final String BOARD = "board";

    private static final Set<String> MEMBERS =
            Set.of("name", LABEL, PLURAL, NAME_LABEL, ICON, GROUP, ADMINISTRATIVE, RETIRED, BOARD);

    /**
     * Words that mean something else in addresses, filters and queries. Behind the prefix they would do no harm, but who
     * reads them would take one for the other.
     */
    private static final Set<String> RESERVED = Set.of(
            ("all alter and any api as auth board bulk by calendar case column comments create custom delete desc distinct"
                            + " docs drop duplicates export fields files from group having health help history id import"
                            + " imports in index insert into jobs join light like me merge modules new not notifications"
                            + " null or order primary rules schema screen search select set settings signin summary table"
                            + " timeline to trash type types ui union unique update user values version view where")
                    .split(" "));

    private final TypeRegistry types;
    private final Messages messages;
    private final Faults faults;

    TypeRules(TypeRegistry types, Messages messages, Faults faults) {
        this.types = types;
        this.messages = messages;
        this.faults = faults;
    }

    /** The type that is described; throws {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong. */
    CustomType create(Caller caller, Map<String, ?> members) {
        Description description = new Description(members, MEMBERS, caller, faults);
        String name = name(description);
        Map<String, String> label = description.label(LABEL);
        CustomType type = new CustomType(
                CustomTypes.PREFIX + name,
                label,
                description.get(PLURAL) == null ? label : description.label(PLURAL),
                description.get(NAME_LABEL) == null ? Map.of() : description.label(NAME_LABEL),
                word(description, ICON, CustomTypes.ICONS, CustomTypes.ICONS.get(0)),
                word(description, GROUP, CustomTypes.GROUPS, CustomTypes.GROUPS.get(0)),
                description.flag(ADMINISTRATIVE, false),
                description.flag(RETIRED, false),
                board(description, CustomTypes.PREFIX + name, null),
                1);
        description.refuseIfWrong();
        return type;
    }

    /** @param living how many other types are in sight */
    void checkRoom(Caller caller, long living) {
        if (living >= MOST_TYPES) {
            throw faults.badRecord(
                    caller, List.of(faults.error(caller, "name", "outOfRange", "fault.type.tooMany", MOST_TYPES)));
        }
    }

    /** The type as the patch leaves it. */
    CustomType update(Caller caller, CustomType stored, Map<String, ?> patch) {
        Description description = new Description(patch, MEMBERS, caller, faults);
        if (description.has("name") && !stored.name().equals(description.get("name"))) {
            description.error("name", "readOnly", "fault.type.fixed");
        }
        Map<String, String> label = description.has(LABEL) ? description.label(LABEL) : stored.label();
        CustomType type = new CustomType(
                stored.name(),
                label,
                optional(description, PLURAL, stored.plural(), label),
                optional(description, NAME_LABEL, stored.nameLabel(), Map.of()),
                word(description, ICON, CustomTypes.ICONS, stored.icon()),
                word(description, GROUP, CustomTypes.GROUPS, stored.group()),
                description.flag(ADMINISTRATIVE, stored.administrative()),
                description.flag(RETIRED, stored.retired()),
                board(description, stored.name(), stored.board()),
                stored.version() + 1);
        description.refuseIfWrong();
        return type;
    }

    private static Map<String, String> optional(
            Description description, String member, Map<String, String> stored, Map<String, String> otherwise) {
        if (!description.has(member)) {
            return stored;
        }
        return description.get(member) == null ? otherwise : description.label(member);
    }

    private static String word(Description description, String member, List<String> possible, String otherwise) {
        String word = description.text(member);
        if (word == null) {
            return otherwise;
        }
        if (!possible.contains(word)) {
            description.error(member, "unknownChoice", "fault.type.word", String.join(", ", possible));
        }
        return word;
    }

    /** A field that comes later, as with a file, may be named beforehand; one that is there has to be a choice. */
    private String board(Description description, String type, String stored) {
        if (!description.has(BOARD)) {
            return stored;
        }
        String board = description.text(BOARD);
        boolean isOther = types.stored(type)
                .flatMap(known -> known.field(board))
                .filter(field -> !CustomShape.isBoard(field))
                .isPresent();
        if (isOther || board != null && !FIELD.matcher(board).matches()) {
            description.error(BOARD, "refused", "fault.type.board");
        }
        return board;
    }

    /** Without the prefix. */
    private String name(Description description) {
        String given = description.text("name");
        String name = given != null && given.startsWith(CustomTypes.PREFIX)
                ? given.substring(CustomTypes.PREFIX.length())
                : given;
        if (name == null || name.isBlank()) {
            if (description.isFine("name")) {
                description.error("name", "required", "fault.value.required");
            }
        } else if (name.length() > LONGEST_NAME) {
            description.error("name", "tooLong", "fault.value.tooLong", LONGEST_NAME);
        } else if (!NAME.matcher(name).matches()) {
            description.error("name", "format", "fault.type.name");
        } else if (types.stored(name).isPresent() || messages.has(Locale.ENGLISH, "type." + name)) {
            description.error("name", "notUnique", "fault.type.nameOfModule");
        } else if (RESERVED.contains(name)) {
            description.error("name", "refused", "fault.field.nameReserved");
        }
        return name;
    }
}
