package org.sencrm.core.model;

import java.math.BigDecimal;
import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A person whom one talks to. */
@Entity
@Table(name = "CORE_CONTACT")
@CrmRecord(name = "contacts", icon = "user", group = "group.customers", order = 20, person = true)
public class Contact extends Customer {

    @CrmField(value = FieldKind.PERSON_NAME, searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts", listed = true)
    @Column(name = "ACCOUNT_ID")
    private Long account;

    /** What the person is there. */
    @CrmField(listed = true)
    @Column(name = "TITLE", length = 200)
    private String title;

    @CrmField(value = FieldKind.PHONE, searchable = true, listed = true)
    @Column(name = "PHONE", length = 50)
    private String phone;

    @CrmField(value = FieldKind.EMAIL, searchable = true, listed = true)
    @Column(name = "EMAIL", length = 254)
    private String email;

    @CrmField(FieldKind.ADDRESS)
    @Column(name = "ADDRESS", length = 1000)
    private String address;

    @CrmField(FieldKind.DATE)
    @Column(name = "BIRTHDAY")
    private Date birthday;

    @CrmField(FieldKind.LONG_TEXT)
    @Column(name = "NOTE", length = 10000)
    private String note;

    @CrmField(
            value = FieldKind.CHOICE,
            section = "journey",
            options = {"suspect", "prospect:info", "customer:good", "former:warn"})
    @Column(name = "STATUS", length = 20)
    private String status;

    /** In whole years; the daily upkeep keeps it. */
    @CrmField(value = FieldKind.NUMBER, section = "person", readOnly = true, derivedFrom = "birthday")
    @Column(name = "AGE")
    private Integer age;

    @CrmField(
            value = FieldKind.CHOICE,
            section = "person",
            options = {"female", "male", "other"})
    @Column(name = "SEX", length = 20)
    private String sex;

    @CrmField(
            value = FieldKind.CHOICE,
            section = "person",
            options = {"single", "married", "divorced", "widowed"})
    @Column(name = "MARITAL_STATUS", length = 20)
    private String maritalStatus;

    @CrmField(
            value = FieldKind.CHOICE,
            section = "person",
            options = {"primary", "secondary", "highSchool", "vocational", "college", "university", "postgraduate"})
    @Column(name = "EDUCATION", length = 20)
    private String education;

    @CrmField(section = "person")
    @Column(name = "OCCUPATION", length = 200)
    private String occupation;

    /** A month. */
    @CrmField(value = FieldKind.MONEY, section = "person")
    @Column(name = "INCOME", precision = 23, scale = 4)
    private BigDecimal income;

    @Column(name = "INCOME_CURRENCY", length = 3)
    private String incomeCurrency;

    @CrmField(value = FieldKind.REFERENCE, section = "person", target = "households", createsTarget = true)
    @Column(name = "HOUSEHOLD_ID")
    private Long household;

    @CrmField(value = FieldKind.NUMBER, section = "person")
    @Column(name = "HOUSEHOLD_SIZE")
    private Integer householdSize;

    @CrmField(value = FieldKind.NUMBER, section = "person")
    @Column(name = "CHILDREN")
    private Integer children;

    @CrmField(section = "person")
    @Column(name = "AREA_CODE", length = 20)
    private String areaCode;

    @CrmField(
            value = FieldKind.CHOICES,
            section = "life",
            list = "values",
            options = {"family", "security", "success", "freedom", "tradition", "community", "environment"})
    @Column(name = "PERSONAL_VALUES", length = 2000)
    private String personalValues;

    @CrmField(
            value = FieldKind.CHOICES,
            section = "life",
            list = "lifestyles",
            options = {"active", "homeLoving", "healthy", "fashionable", "thrifty", "adventurous", "religious"})
    @Column(name = "LIFESTYLE", length = 2000)
    private String lifestyle;

    @CrmField(
            value = FieldKind.CHOICES,
            section = "life",
            list = "interests",
            options = {"sport", "travel", "music", "reading", "cooking", "gardening", "films", "technology"})
    @Column(name = "INTERESTS", length = 2000)
    private String interests;

    /** Media of every day. */
    @CrmField(
            value = FieldKind.CHOICES,
            section = "media",
            list = "media",
            options = {
                "newspapers",
                "television",
                "radio",
                "onlineNews",
                "zalo",
                "facebook",
                "youtube",
                "tiktok",
                "email"
            })
    @Column(name = "MEDIA_HABITS", length = 2000)
    private String mediaHabits;

    /** Media now and then. */
    @CrmField(value = FieldKind.CHOICES, section = "media", list = "media")
    @Column(name = "MEDIA_SOMETIMES", length = 2000)
    private String mediaSometimes;

    @CrmField(
            value = FieldKind.CHOICE,
            section = "media",
            options = {"phone", "zalo", "email", "sms", "meeting", "post"})
    @Column(name = "PREFERRED_CHANNEL", length = 20)
    private String preferredChannel;
}
