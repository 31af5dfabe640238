package org.sencrm.vietnam;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** The upper level of an address: one of the 34 provinces and cities under the central government. */
@Entity
@Table(name = "VIETNAM_PROVINCE")
@CrmRecord(name = "provinces", icon = "flag", group = "group.administration", order = 300)
public class Province extends BaseRecord {

    /** With its kind, e.g. Tỉnh Cà Mau. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 100, nullable = false)
    private String name;

    /** By the National Statistics Office. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "CODE", length = 10, nullable = false, unique = true)
    private String code;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"city:info", "province"},
            listed = true)
    @Column(name = "KIND", length = 20, nullable = false)
    private String kind;

    /** No more where another took its place. */
    @CrmField(FieldKind.BOOLEAN)
    @Column(name = "ACTIVE")
    private Boolean active;
}
