package @package@;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Something that is to be done for an account by a certain day. */
@Entity
@Table(name = "@TABLE@")
@CrmRecord(name = "@type@", icon = "check", group = "group.customers", board = "status")
public class @Class@ extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts", listed = true)
    @Column(name = "ACCOUNT_ID")
    private Long account;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"open:info", "done:good"},
            listed = true)
    @Column(name = "STATUS", length = 20, nullable = false)
    private String status;

    @CrmField(value = FieldKind.DATE, listed = true)
    @Column(name = "DUE_ON")
    private Date dueOn;

    @CrmField(value = FieldKind.DATE, readOnly = true, derivedFrom = "status")
    @Column(name = "DONE_ON")
    private Date doneOn;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 4000)
    private String note;
}
