package org.sencrm.api.field;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * Makes record types while the product runs, for administrators only. A custom type is a record type like any other from
 * the moment in which the call returns: lists, forms, boards, imports, exports, permissions, search, history and REST. It
 * begins with a name; {@link CustomFields} gives it fields. The first choice field that it gets gives it a board,
 * unless another one is named. Thread safe.
 *
 * <p>What describes a type travels by the names {@code name, label, plural, nameLabel, icon, group, administrative,
 * retired, board}, see {@link CustomType}. A label is one text, or a text for each language by its code. Left out, the plural is
 * the label, the icon a box, the group that of customers.
 *
 * <pre>{@code
 * CustomType made = types.create(caller, Map.of(
 *         "name", "equipment", "label", Map.of("vi", "Thiết bị", "en", "Equipment")));
 * records.create(caller, made.name(), Map.of("name", "Máy in"));   // c_equipment
 * }</pre>
 *
 * <p>A retired type is as a type whose module is away: nobody finds it or its records, and all of it is there again once it
 * is taken back. Nothing here removes records.
 *
 * <p>Faults: {@link org.sencrm.api.fault.Forbidden} for anybody but administrators,
 * {@link org.sencrm.api.fault.NotFound} for a type that is not there,
 * {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong with a description,
 * {@link org.sencrm.api.fault.Conflict} where somebody else was faster, {@link org.sencrm.api.fault.NotNow} where the
 * database is too busy.
 */
@ProviderType
public interface CustomTypes {

    /** The {@link org.sencrm.api.record.RecordType#module} of all custom types; no module that is installed has such an id. */
    String MODULE = "custom_types";

    /** With which the name of each begins; a description may leave it out. */
    String PREFIX = "c_";

    /** Icons of the product's family that a type may have. */
    List<String> ICONS = List.of(
            "box",
            "building",
            "calendar",
            "chart",
            "check",
            "clock",
            "comment",
            "file",
            "flag",
            "gear",
            "home",
            "image",
            "link",
            "list",
            "mail",
            "money",
            "note",
            "phone",
            "puzzle",
            "shield",
            "star",
            "tag",
            "user",
            "users");

    /** Words of the groups of the navigation in which a type may stand. */
    List<String> GROUPS = List.of("customers", "sales");

    /** All, oldest first, retired ones too. */
    List<CustomType> list(Caller caller);

    CustomType get(Caller caller, String name);

    CustomType create(Caller caller, Map<String, ?> description);

    /**
     * Changes the named members of a description and leaves the others; the name never changes. {@code retired} puts the
     * type out of sight or takes it back.
     *
     * @param version the version that the caller saw; null to change whatever is there
     * @param patch by name; null takes a label away that need not be there
     */
    CustomType update(Caller caller, String name, Long version, Map<String, ?> patch);
}
