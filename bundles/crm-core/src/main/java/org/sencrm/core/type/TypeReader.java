package org.sencrm.core.type;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.persistence.Table;
import org.sencrm.api.access.Shares;
import org.sencrm.api.file.Files;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.ColumnType;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Makes a {@link StoredType} of an entity class, of which nothing is kept. */
final class TypeReader {

    private static final Pattern TYPE_NAME = Pattern.compile("[a-z][a-z0-9]{0,49}");
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,49}");
    private static final Pattern COLUMN_NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,62}");
    private static final Set<String> RESERVED = Set.of("version", Files.HISTORY, Shares.TO_READ, Shares.TO_CHANGE);

    private final Class<?> entity;
    private final CrmRecord declaration;
    private final Map<String, Field> attributes = new LinkedHashMap<>();

    private TypeReader(Class<?> entity) {
        this.entity = entity;
        this.declaration = entity.getAnnotation(CrmRecord.class);
        List<Class<?>> chain = new ArrayList<>();
        for (Class<?> part = entity; part != BaseRecord.class; part = part.getSuperclass()) {
            chain.add(0, part);
        }
        chain.forEach(part -> Arrays.stream(part.getDeclaredFields())
                .filter(attribute -> !attribute.isSynthetic())
                .forEach(attribute -> attributes.put(attribute.getName(), attribute)));
    }

    static boolean isRecord(Class<?> entity) {
        return entity.isAnnotationPresent(CrmRecord.class);
    }

    /** Throws {@link InvalidDeclaration} where the entity cannot be used. */
    static StoredType read(Class<?> entity, String module) {
        if (!BaseRecord.class.isAssignableFrom(entity)) {
            throw new InvalidDeclaration("it does not extend BaseRecord");
        }
        return new TypeReader(entity).type(module);
    }

    private StoredType type(String module) {
        check(TYPE_NAME, declaration.name(), "type name");
        List<StoredField> fields = new ArrayList<>();
        attributes.values().stream()
                .filter(attribute -> attribute.isAnnotationPresent(CrmField.class))
                .map(this::field)
                // those of a section stand behind those of none, whichever class declares them
                .sorted(Comparator.comparing(field -> !field.field().section().isEmpty()))
                .forEach(fields::add);
        fields.addAll(SystemFields.of(declaration.name()));
        Map<String, StoredField> byName = new LinkedHashMap<>();
        fields.forEach(field -> {
            if (byName.put(field.name(), field) != null) {
                throw new InvalidDeclaration("field " + field.name() + " is one that every record has");
            }
        });
        fields.forEach(field -> {
            if (!byName.keySet().containsAll(field.derivedFrom())) {
                throw new InvalidDeclaration("field " + field.name() + " is derived from one that there is not");
            }
            checkRatedOn(field, byName);
        });
        StoredField label = byName.get(declaration.label());
        if (label == null || !label.kind().isText() || label.field().system()) {
            throw new InvalidDeclaration("its label " + declaration.label() + " is no text field");
        }
        StoredField board = byName.get(declaration.board());
        if (!declaration.board().isEmpty() && (board == null || board.kind() != FieldKind.CHOICE)) {
            throw new InvalidDeclaration("its board " + declaration.board() + " is no choice field");
        }
        return new StoredType(declared(module, fields), table(), fields);
    }

    private static void checkRatedOn(StoredField field, Map<String, StoredField> byName) {
        boolean fits =
                field.ratedOn().stream().map(byName::get).allMatch(day -> day != null && day.kind() == FieldKind.DATE);
        if (!fits || !field.ratedOn().isEmpty() && field.kind() != FieldKind.MONEY) {
            throw new InvalidDeclaration(
                    "field " + field.name() + " is rated on a field that is no date, or no amount");
        }
    }

    private RecordType declared(String module, List<StoredField> fields) {
        return new RecordType(
                        declaration.name(),
                        module,
                        declaration.label(),
                        declaration.icon(),
                        declaration.group(),
                        declaration.order(),
                        declaration.board().isEmpty() ? null : declaration.board(),
                        declaration.administrative(),
                        declaration.proof(),
                        fields.stream().map(StoredField::field).toList())
                .ofPeople(declaration.person())
                .keptBecause(declaration.keptBecause());
    }

    private String table() {
        Table table = entity.getAnnotation(Table.class);
        String name = table == null || table.name().isEmpty() ? entity.getSimpleName() : table.name();
        return check(COLUMN_NAME, name.toUpperCase(Locale.ROOT), "table name");
    }

    private StoredField field(Field attribute) {
        CrmField declared = attribute.getAnnotation(CrmField.class);
        FieldKind kind = declared.value();
        String name = check(FIELD_NAME, attribute.getName(), "field name");
        if (RESERVED.contains(name)) {
            throw new InvalidDeclaration("field name " + name + " is taken");
        }
        Column column = column(attribute, kind);
        Map<String, String> tones = tones(declared);
        javax.persistence.Column said = attribute.getAnnotation(javax.persistence.Column.class);
        org.sencrm.api.record.Field field = new org.sencrm.api.record.Field(
                name,
                kind,
                said != null && !said.nullable(),
                declared.readOnly(),
                said != null && said.unique(),
                declared.searchable(),
                kind.isText() ? column.length() : 0,
                targets(name, declared),
                List.copyOf(tones.keySet()),
                declared.listed(),
                false,
                declared.createsTarget(),
                word(name, declared.section()),
                list(name, kind, declared));
        return new StoredField(
                field,
                column,
                second(field),
                tones,
                Set.copyOf(Arrays.asList(declared.derivedFrom())),
                null,
                List.of(declared.ratedOn()),
                goesWithTarget(name, declared));
    }

    private static boolean goesWithTarget(String name, CrmField declared) {
        if (declared.goesWithTarget() && declared.value() != FieldKind.REFERENCE) {
            throw new InvalidDeclaration("field " + name + " points to no record with which it could go");
        }
        return declared.goesWithTarget();
    }

    private static String list(String name, FieldKind kind, CrmField declared) {
        if (!declared.list().isEmpty() && kind != FieldKind.CHOICE && kind != FieldKind.CHOICES) {
            throw new InvalidDeclaration("field " + name + " is no choice and has an open list");
        }
        return word(name, declared.list());
    }

    private static String word(String name, String word) {
        if (!word.isEmpty() && !FIELD_NAME.matcher(word).matches()) {
            throw new InvalidDeclaration("the word " + word + " of field " + name + " is not allowed");
        }
        return word;
    }

    /** Codes in their order, each with its tone. */
    private static Map<String, String> tones(CrmField declared) {
        Map<String, String> tones = new LinkedHashMap<>();
        for (String option : declared.options()) {
            int colon = option.indexOf(':');
            tones.put(colon < 0 ? option : option.substring(0, colon), colon < 0 ? "" : option.substring(colon + 1));
        }
        return Collections.unmodifiableMap(tones);
    }

    private static List<String> targets(String name, CrmField declared) {
        List<String> targets = List.of(declared.target());
        boolean points = declared.value() == FieldKind.REFERENCE || declared.value() == FieldKind.REFERENCES;
        boolean sensible = declared.value() == FieldKind.REFERENCES
                ? targets.size() == 1 && !targets.contains("*")
                : points != targets.isEmpty();
        if (!sensible) {
            throw new InvalidDeclaration("field " + name + " does not say what it may point to");
        }
        return targets;
    }

    /** The column of an amount's currency, or of the type where a reference may point to several. */
    private Column second(org.sencrm.api.record.Field field) {
        boolean anyType = field.kind() == FieldKind.REFERENCE && field.target() == null;
        if (field.kind() != FieldKind.MONEY && !anyType) {
            return null;
        }
        String companion = field.name() + (anyType ? "Type" : "Currency");
        Field attribute = attributes.get(companion);
        if (attribute == null || attribute.getType() != String.class) {
            throw new InvalidDeclaration("field " + field.name() + " needs an attribute " + companion);
        }
        return column(attribute, FieldKind.TEXT);
    }

    private static Column column(Field attribute, FieldKind kind) {
        javax.persistence.Column said = attribute.getAnnotation(javax.persistence.Column.class);
        String name = said == null || said.name().isEmpty() ? attribute.getName() : said.name();
        check(COLUMN_NAME, name.toUpperCase(Locale.ROOT), "column name");
        ColumnType type = columnType(attribute.getType());
        if (!suits(kind, type)) {
            throw new InvalidDeclaration("attribute " + attribute.getName() + " cannot hold a " + kind.code());
        }
        boolean lengthMatters = type == ColumnType.TEXT && !attribute.isAnnotationPresent(javax.persistence.Lob.class);
        int length = said == null ? 255 : said.length();
        return new Column(
                name.toUpperCase(Locale.ROOT),
                type,
                lengthMatters ? length : 0,
                said == null ? 0 : said.precision(),
                said == null ? 0 : said.scale());
    }

    private static ColumnType columnType(Class<?> java) {
        if (java == String.class) {
            return ColumnType.TEXT;
        } else if (java == BigDecimal.class) {
            return ColumnType.DECIMAL;
        } else if (java == Integer.class || java == int.class) {
            return ColumnType.INTEGER;
        } else if (java == Long.class || java == long.class) {
            return ColumnType.LONG;
        } else if (java == Boolean.class || java == boolean.class) {
            return ColumnType.BOOLEAN;
        } else if (java == Date.class) {
            return ColumnType.DATE;
        } else if (java == Timestamp.class) {
            return ColumnType.TIMESTAMP;
        }
        throw new InvalidDeclaration("attributes of " + java.getSimpleName() + " cannot be stored");
    }

    private static boolean suits(FieldKind kind, ColumnType type) {
        return switch (kind) {
            case NUMBER, PERCENT -> type == ColumnType.DECIMAL || type == ColumnType.INTEGER || type == ColumnType.LONG;
            case MONEY -> type == ColumnType.DECIMAL;
            case DATE -> type == ColumnType.DATE;
            case DATE_TIME -> type == ColumnType.TIMESTAMP;
            case DURATION, REFERENCE -> type == ColumnType.LONG;
            case BOOLEAN -> type == ColumnType.BOOLEAN;
            default -> type == ColumnType.TEXT;
        };
    }

    private static String check(Pattern allowed, String name, String what) {
        if (!allowed.matcher(name).matches()) {
            throw new InvalidDeclaration("its " + what + " " + name + " is not allowed");
        }
        return name;
    }
}
