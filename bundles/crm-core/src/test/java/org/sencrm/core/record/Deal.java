package org.sencrm.core.record;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.BaseRecord;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A record type of tests with a field of every kind. */
@Entity
@Table(name = "TEST_DEAL")
@CrmRecord(name = "deals", board = "stage", group = "group.test", order = 1)
public class Deal extends BaseRecord {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts", listed = true)
    @Column(name = "ACCOUNT_ID")
    private Long account;

    @CrmField(value = FieldKind.REFERENCE, target = "*")
    @Column(name = "ABOUT_ID")
    private Long about;

    @Column(name = "ABOUT_TYPE", length = 50)
    private String aboutType;

    @CrmField(value = FieldKind.REFERENCES, target = "accounts")
    @Column(name = "PARTNER_IDS", length = 500)
    private String partners;

    @CrmField(value = FieldKind.MONEY, ratedOn = "closedOn")
    @Column(name = "AMOUNT", precision = 19, scale = 4)
    private BigDecimal amount;

    @Column(name = "AMOUNT_CURRENCY", length = 3)
    private String amountCurrency;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"open", "won:good", "lost:bad"},
            listed = true)
    @Column(name = "STAGE", length = 20)
    private String stage;

    @CrmField(
            value = FieldKind.CHOICES,
            options = {"vip", "new", "vi"})
    @Column(name = "TAGS", length = 100)
    private String tags;

    @CrmField(FieldKind.PERCENT)
    @Column(name = "PROBABILITY", precision = 5, scale = 2)
    private BigDecimal probability;

    @CrmField(FieldKind.NUMBER)
    @Column(name = "SEATS")
    private Integer seats;

    @CrmField(FieldKind.DATE)
    @Column(name = "CLOSED_ON")
    private Date closedOn;

    @CrmField(FieldKind.DATE_TIME)
    @Column(name = "MEETS_AT")
    private Timestamp meetsAt;

    @CrmField(FieldKind.DURATION)
    @Column(name = "LASTS")
    private Long lasts;

    @CrmField(value = FieldKind.BOOLEAN, derivedFrom = "rating")
    @Column(name = "HOT")
    private Boolean hot;

    @CrmField(value = FieldKind.EMAIL)
    @Column(name = "EMAIL", length = 254)
    private String email;

    @CrmField(value = FieldKind.URL)
    @Column(name = "SITE", length = 300)
    private String site;

    @CrmField
    @Column(name = "CODE", length = 30, unique = true)
    private String code;

    @CrmField(searchable = true)
    @Column(name = "SECRET", length = 100)
    private String secret;

    @CrmField(readOnly = true, derivedFrom = "amount")
    @Column(name = "RATING", length = 10)
    private String rating;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 4000)
    private String note;

    @CrmField(FieldKind.RICH_TEXT)
    @Column(name = "PITCH", length = 4000)
    private String pitch;

    @CrmField(FieldKind.STRUCTURE)
    @Column(name = "EXTRAS", length = 1000)
    private String extras;

    static final String TABLE = """
            create table TEST_DEAL (
              ID bigint not null primary key, VERSION bigint not null, OWNER_ID bigint, TEAM_ID bigint,
              CREATED_AT timestamp not null, CREATED_BY bigint not null,
              UPDATED_AT timestamp not null, UPDATED_BY bigint not null,
              SOURCE varchar(50), EXTERNAL_ID varchar(200), DELETED_AT timestamp,
              LABEL_KEY varchar(300), SEARCH_TEXT varchar(2000),
              NAME varchar(200) not null, ACCOUNT_ID bigint, ABOUT_ID bigint, ABOUT_TYPE varchar(50),
              PARTNER_IDS varchar(500), AMOUNT decimal(19,4), AMOUNT_CURRENCY varchar(3), STAGE varchar(20),
              TAGS varchar(100), PROBABILITY decimal(5,2), SEATS integer, CLOSED_ON date, MEETS_AT timestamp,
              LASTS bigint, HOT boolean, EMAIL varchar(254), SITE varchar(300), CODE varchar(30),
              SECRET varchar(100), RATING varchar(10), NOTE varchar(4000), PITCH varchar(4000), EXTRAS varchar(1000))""";
}
