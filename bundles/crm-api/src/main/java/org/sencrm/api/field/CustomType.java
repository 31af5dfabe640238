package org.sencrm.api.field;

import java.util.Map;

/**
 * A record type that an administrator made. Immutable. Its fields are those of every record, a text {@code name}, and the
 * custom fields that are added to it.
 *
 * @param name part of addresses and filters, never changes; begins with {@code c_}, which no type of a module does
 * @param label of one record, by language ({@code vi}, {@code en}); a text for each language of the product
 * @param plural of many records, by language as the label
 * @param nameLabel label of the field {@code name}, by language as the label; empty for the product's own word
 * @param icon one of {@link CustomTypes#ICONS}
 * @param group where it stands in the navigation, one of {@link CustomTypes#GROUPS}
 * @param administrative whether only administrators have it unless a role grants it by name
 * @param retired whether it is out of sight; its records and fields are kept
 * @param board name of the choice field whose options are the columns of the board; null for the first choice that people
 *     make. A field that is not there, or is no such choice, is passed over
 * @param version grows by one with every change
 */
public record CustomType(
        String name,
        Map<String, String> label,
        Map<String, String> plural,
        Map<String, String> nameLabel,
        String icon,
        String group,
        boolean administrative,
        boolean retired,
        String board,
        long version) {

    public CustomType {
        label = Map.copyOf(label);
        plural = Map.copyOf(plural);
        nameLabel = Map.copyOf(nameLabel);
    }

    /** One whose board is the first choice. */
    public CustomType(
            String name,
            Map<String, String> label,
            Map<String, String> plural,
            Map<String, String> nameLabel,
            String icon,
            String group,
            boolean administrative,
            boolean retired,
            long version) {
        this(name, label, plural, nameLabel, icon, group, administrative, retired, null, version);
    }
}
