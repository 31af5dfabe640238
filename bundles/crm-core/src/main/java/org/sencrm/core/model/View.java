package org.sencrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A way to look at the records of a type that somebody kept. */
@Entity
@Table(name = "CORE_VIEW")
@CrmRecord(name = "views", icon = "columns")
public class View extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    /** Name of the record type that is shown. */
    @CrmField(listed = true)
    @Column(name = "RECORD_TYPE", length = 60, nullable = false)
    private String type;

    /** RSQL. */
    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "RECORD_FILTER", length = 4000)
    private String filter;

    /** Field names, {@code -} before a falling one. */
    @CrmField
    @Column(name = "RECORD_SORT", length = 500)
    private String sort;

    /** Field names with commas between, each perhaps with a width in pixels: {@code name,amount:180}. */
    @CrmField
    @Column(name = "RECORD_COLUMNS", length = 2000)
    private String columns;

    /** Name of the field by which a list is grouped, or by whose day a calendar shows records. */
    @CrmField
    @Column(name = "GROUP_BY", length = 60)
    private String groupBy;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"list", "board", "calendar", "chart"},
            listed = true)
    @Column(name = "KIND", length = 20)
    private String kind;

    /** Who finds it. */
    @CrmField(
            value = FieldKind.CHOICE,
            options = {"private", "team", "all"},
            listed = true)
    @Column(name = "SHARED_WITH", length = 20)
    private String scope;
}
