package org.sencrm.core.model;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A record that has to stay whatever a rule says, as for a dispute or a duty to keep it. */
@Entity
@Table(name = "CORE_LEGAL_HOLD")
@CrmRecord(
        name = "legalholds",
        icon = "shield",
        group = "group.privacy",
        order = 50,
        administrative = true,
        proof = true,
        keptBecause = "privacy.keptBecause.proof")
public class LegalHold extends BaseRecord {

    /** Why. */
    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "*", listed = true)
    @Column(name = "SUBJECT_ID", nullable = false)
    private Long subject;

    @Column(name = "SUBJECT_TYPE", length = 60, nullable = false)
    private String subjectType;

    /** The last day; null for until it is deleted. */
    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "HELD_UNTIL")
    private Date heldUntil;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 4000)
    private String note;
}
