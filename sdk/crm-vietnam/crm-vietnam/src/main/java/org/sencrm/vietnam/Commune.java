package org.sencrm.vietnam;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** The lower level of an address: a ward, a commune or a special zone. */
@Entity
@Table(name = "VIETNAM_COMMUNE")
@CrmRecord(name = "communes", icon = "flag", group = "group.administration", order = 310)
public class Commune extends BaseRecord {

    /** Title and province: nearly three hundred communes share their title with others. */
    @CrmField(
            readOnly = true,
            searchable = true,
            listed = true,
            derivedFrom = {"title", "province"})
    @Column(name = "NAME", length = 210)
    private String name;

    /** With its kind, e.g. Phường Bến Thành. */
    @CrmField
    @Column(name = "TITLE", length = 100, nullable = false)
    private String title;

    @CrmField(value = FieldKind.REFERENCE, target = "provinces", listed = true)
    @Column(name = "PROVINCE_ID", nullable = false)
    private Long province;

    /** By the National Statistics Office. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "CODE", length = 10, nullable = false, unique = true)
    private String code;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"ward:info", "commune", "specialZone:good"},
            listed = true)
    @Column(name = "KIND", length = 20, nullable = false)
    private String kind;

    /** No more where another took its place. */
    @CrmField(FieldKind.BOOLEAN)
    @Column(name = "ACTIVE")
    private Boolean active;
}
