package org.sencrm.record;

import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.Version;

/**
 * What every record has. The engine fills these columns; a module reads them through its own entity manager where it
 * needs to and never writes them. In the module's changelog {@code createRecordTable} (namespace {@code
 * http://www.liquibase.org/xml/ns/dbchangelog-ext}, attribute {@code tableName}) makes a table with these columns and the
 * indexes that every list needs; the changelog names the module's own columns only.
 */
@MappedSuperclass
public abstract class BaseRecord {

    @Id
    @Column(name = "ID")
    private Long id;

    @Version
    @Column(name = "VERSION", nullable = false)
    private long version;

    @Column(name = "OWNER_ID")
    private Long owner;

    @Column(name = "TEAM_ID")
    private Long team;

    @Column(name = "CREATED_AT", nullable = false)
    private Timestamp createdAt;

    @Column(name = "CREATED_BY", nullable = false)
    private long createdBy;

    @Column(name = "UPDATED_AT", nullable = false)
    private Timestamp updatedAt;

    @Column(name = "UPDATED_BY", nullable = false)
    private long updatedBy;

    /** Where the record came from, e.g. {@code import} or {@code demo}. */
    @Column(name = "SOURCE", length = 50)
    private String source;

    @Column(name = "EXTERNAL_ID", length = 200)
    private String externalId;

    /** Set while the record is in the trash. */
    @Column(name = "DELETED_AT")
    private Timestamp deletedAt;

    /** The folded label: sorting and looking up by name use it. */
    @Column(name = "LABEL_KEY", length = 300)
    private String labelKey;

    /** All searchable text, folded, a space before each word. */
    @Column(name = "SEARCH_TEXT", length = 2000)
    private String searchText;

    public Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public Long getOwner() {
        return owner;
    }

    public Long getTeam() {
        return team;
    }

    public String getExternalId() {
        return externalId;
    }
}
