package org.sencrm.core.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sencrm.api.record.FieldKind;
import org.sencrm.record.CrmField;
import org.sencrm.record.CrmRecord;

/** A firm, authority or household that buys, bought or may buy. */
@Entity
@Table(name = "CORE_ACCOUNT")
@CrmRecord(name = "accounts", icon = "building", group = "group.customers", order = 10, board = "status")
public class Account extends Customer {

    @CrmField(searchable = true, listed = true)
    @Column(name = "NAME", length = 200, nullable = false)
    private String name;

    @CrmField(
            value = FieldKind.CHOICE,
            options = {"suspect", "prospect:info", "customer:good", "former:warn"},
            listed = true)
    @Column(name = "STATUS", length = 20)
    private String status;

    @CrmField(listed = true)
    @Column(name = "SECTOR", length = 100)
    private String sector;

    @CrmField(value = FieldKind.PHONE, searchable = true, listed = true)
    @Column(name = "PHONE", length = 50)
    private String phone;

    @CrmField(value = FieldKind.EMAIL, searchable = true)
    @Column(name = "EMAIL", length = 254)
    private String email;

    @CrmField(value = FieldKind.URL, searchable = true)
    @Column(name = "WEBSITE", length = 500)
    private String website;

    @CrmField(searchable = true)
    @Column(name = "TAX_CODE", length = 50)
    private String taxCode;

    @CrmField(value = FieldKind.ADDRESS, searchable = true, listed = true)
    @Column(name = "ADDRESS", length = 1000)
    private String address;

    /** How many people work there. */
    @CrmField(FieldKind.NUMBER)
    @Column(name = "EMPLOYEES")
    private Integer employees;

    @CrmField(value = FieldKind.MONEY, listed = true)
    @Column(name = "ANNUAL_REVENUE", precision = 23, scale = 4)
    private BigDecimal annualRevenue;

    @Column(name = "ANNUAL_REVENUE_CURRENCY", length = 3)
    private String annualRevenueCurrency;

    @CrmField(FieldKind.NUMBER)
    @Column(name = "FOUNDED_YEAR")
    private Integer foundedYear;

    @CrmField(value = FieldKind.REFERENCE, target = "accounts")
    @Column(name = "PARENT_ID")
    private Long parent;

    /** What it is to us beside a customer. */
    @CrmField(
            value = FieldKind.CHOICES,
            options = {"partner:good", "supplier:info", "distributor:info", "competitor:warn"})
    @Column(name = "TIES", length = 200)
    private String ties;
}
