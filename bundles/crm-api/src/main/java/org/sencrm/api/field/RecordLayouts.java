package org.sencrm.api.field;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * Layouts that administrators make for the screens of record types while the product runs. A layout arranges and leaves
 * out; it protects nothing: whoever may read a field still finds it in lists, exports and REST. What is secret is denied by
 * a role. Thread safe.
 *
 * <p><b>Whose layout.</b> A role without a layout of its own has that for everybody, and where there is none the order in
 * which the fields are declared. Of several roles the first by name that has a layout of its own gives the order; and as
 * rights of roles add up, a field is left out only where it is left out for each of them.
 *
 * <p><b>What changed since.</b> A field that no layout knew yet stands at the end of the section in which it is declared. A
 * field that is not there is passed over and keeps its place. A field that a form cannot do without is always shown: the one
 * that names a record, and any that is required and begins with nothing.
 *
 * <p>A layout is described by {@code sections}, a list of maps of {@code word}, {@code label} and {@code fields}, and by
 * {@code hidden}, a list of names; see {@link RecordLayout}. A label is one text, or a text for each language by its code.
 *
 * <pre>{@code
 * layouts.put(caller, "contacts", role, null, Map.of(
 *         "sections", List.of(
 *                 Map.of("fields", List.of("name", "phone")),
 *                 Map.of("label", Map.of("vi", "Giao hàng", "en", "Delivery"), "fields", List.of("address"))),
 *         "hidden", List.of("birthday")));
 * }</pre>
 *
 * <p>Faults: {@link org.sencrm.api.fault.Forbidden} for anybody but administrators (not so for {@link #shown}),
 * {@link org.sencrm.api.fault.NotFound} for a type, role or layout that is not there,
 * {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong with a description,
 * {@link org.sencrm.api.fault.Conflict} where somebody else was faster: nothing is changed then.
 */
@ProviderType
public interface RecordLayouts {

    /**
     * The fields of a type as the screens of this caller show them, for whoever may read or make records of the type: in
     * order, each field at most once, without those that are left out or not there. The first section is the part without
     * a heading, perhaps without fields; no other is empty. What the caller may not read is among them.
     */
    List<RecordLayout.Section> shown(Caller caller, String type);

    /** The stored layouts of a type: the one for everybody first, then by id of the role. */
    List<RecordLayout> list(Caller caller, String type);

    /** @param role id of a role, or {@link RecordLayout#EVERYBODY} */
    RecordLayout get(Caller caller, String type, long role);

    /**
     * What a layout begins with when somebody changes it: the stored one, else what holds in its place, with version 0.
     * Every field of the type that layouts arrange is in it, in a section or among the hidden.
     *
     * @param role as for {@link #get}
     */
    RecordLayout complete(Caller caller, String type, long role);

    /**
     * Stores a layout, in place of the one that is there.
     *
     * @param role as for {@link #get}
     * @param version the version that the caller saw, 0 where there was none; null to change whatever is there
     * @return as it is stored
     */
    RecordLayout put(Caller caller, String type, long role, Long version, Map<String, ?> description);

    /**
     * Takes a layout away, so that what holds in its place shows again.
     *
     * @param version as for {@link #put}
     */
    void remove(Caller caller, String type, long role, Long version);
}
