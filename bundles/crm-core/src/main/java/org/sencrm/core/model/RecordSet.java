package org.sencrm.core.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Records of one type under a name: a live set is its filter, a static one what somebody put in. */
@Entity
@Table(name = "CORE_SET")
@CrmRecord(name = "sets", icon = "list", group = "group.customers", order = 60)
public class RecordSet extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    /** Name of the record type of its members. */
    @CrmField(value = FieldKind.CHOICE, listed = true)
    @Column(name = "RECORD_TYPE", length = 60, nullable = false)
    private String type;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"live:good", "static:info"},
            listed = true)
    @Column(name = "KIND", length = 20, nullable = false)
    private String kind;

    /** RSQL; of a static set, by what it began. */
    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "RECORD_FILTER", length = 4000)
    private String filter;

    /** Which of the four databases it is, if any. */
    @CrmField(
            value = FieldKind.CHOICE,
            options = {"customer:good", "prospect:info", "cluster", "upgrade:warn"},
            listed = true)
    @Column(name = "PURPOSE", length = 20)
    private String purpose;

    /** Who may use it. */
    @CrmField(
            value = FieldKind.CHOICE,
            options = {"private", "team", "all"},
            listed = true)
    @Column(name = "SHARED_WITH", length = 20)
    private String scope;

    /** How many members a static set has; the product counts. */
    @CrmField(value = FieldKind.NUMBER, readOnly = true, listed = true)
    @Column(name = "MEMBER_COUNT", precision = 12)
    private BigDecimal size;
}
