package org.sencrm.core.privacy;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** Somebody of another module who is not the person, and knows them. */
@Entity
@Table(name = "TEST_GUEST")
@CrmRecord(name = "guests", person = true)
public class Guest extends BaseRecord {

    static final String TABLE = """
        create table TEST_GUEST (
          ID bigint not null primary key, VERSION bigint not null, OWNER_ID bigint, TEAM_ID bigint,
          CREATED_AT timestamp not null, CREATED_BY bigint not null,
          UPDATED_AT timestamp not null, UPDATED_BY bigint not null,
          SOURCE varchar(50), EXTERNAL_ID varchar(200), DELETED_AT timestamp,
          LABEL_KEY varchar(300), SEARCH_TEXT varchar(2000),
          NAME varchar(200) not null, HOST_ID bigint)\
        """;

    @CrmField(FieldKind.PERSON_NAME)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "contacts")
    @Column(name = "HOST_ID")
    private Long host;
}
