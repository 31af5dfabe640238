package org.sencrm.modules.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.modules.TestMessages;
import org.sencrm.modules.pack.Neighbours.Resident;

/** Each way in which a package may be bad is refused with its own reason; a good one is taken. */
class PackageReaderTest {

    private static final Terms STRICT = Terms.strict(Locale.ENGLISH);
    private static final Terms DEVELOPING = new Terms(Locale.ENGLISH, true, false, false);

    @TempDir
    static Path keys;

    private static Vendor acme;
    private static Vendor product;
    private static Vendor developer;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        acme = Vendor.named(keys, "CN=Acme modules, O=Acme");
        product = Vendor.named(keys, "CN=Sen CRM");
        developer = Vendor.named(keys, "CN=lan, OU=" + Signer.DEVELOPMENT_UNIT);
    }

    @BeforeEach
    void trust() throws Exception {
        Files.createDirectories(folder.resolve("trust"));
        Files.createDirectories(folder.resolve("product"));
        Files.writeString(folder.resolve("trust/acme.pem"), acme.pem());
        Files.writeString(folder.resolve("product/product.pem"), product.pem());
    }

    @Test
    void aGoodPackageTellsWhatItIsAndWhoSignedIt() throws Exception {
        ModulePackage read = read(acme.sign(Draft.good(folder).write()), STRICT, Neighbours.NONE);

        assertEquals("acme-visits 1.2.0", read.id() + " " + read.version());
        assertEquals("Thăm khách hàng", read.descriptor().label(Locale.forLanguageTag("vi")));
        assertEquals(
                Map.of("org.sencrm.api.record", "[1.0.0,2.0.0)"),
                read.descriptor().api());
        assertEquals(
                List.of(new Descriptor.Step("visits", List.of("ACME_VISITS_VISIT"))),
                read.descriptor().database().get(0).steps());
        assertEquals(Signer.Kind.VENDOR, read.signer().kind());
        assertEquals("Acme", read.signer().name());
        assertEquals(Sha256.of(read.file()), read.sha256());
    }

    @Test
    void tablesOfOthersAreNotTouched() throws Exception {
        for (String change : List.of(
                "<createTable tableName='VISIT'/>",
                "<dropTable tableName='CORE_USER'/>",
                "<addColumn tableName='core_account'/>",
                "<renameTable oldTableName='ACME_VISITS_VISIT' newTableName='SALES_LEAD'/>",
                "<renameTable oldTableName='SALES_LEAD' newTableName='ACME_VISITS_LEAD'/>",
                "<insert tableName='CORE_ROLE'/>",
                "<update tableName='CORE_ROLE'/>",
                "<delete tableName='CORE_ROLE'/>",
                "<addForeignKeyConstraint baseTableName='ACME_VISITS_VISIT' referencedTableName='CORE_ACCOUNT'/>",
                "<createTable tableName='ACME_VISITS_VISIT'><column name='A' type='BIGINT'>"
                        + "<constraints references='CORE_ACCOUNT(ID)'/></column></createTable>",
                "<createTable tableName='${somewhere}'/>",
                "<sql>insert into core_role (id) values (1)</sql>",
                "<rollback>drop table core_user</rollback>")) {
            assertRefused("which is not its own. What belongs to this module begins with ACME_VISITS_", steps(change));
        }
    }

    @Test
    void tablesOfAModuleWithALongerWordAreOfThatOne() throws Exception {
        Neighbours neighbours = new Neighbours(
                Map.of("acme-visits-plan", new Resident("1.0.0", signer(acme), Set.of(), Set.of())),
                Set.of(),
                Set.of(),
                Set.of());
        Path file = steps("<dropTable tableName='ACME_VISITS_PLAN_DAY'/>");

        assertEquals("acme-visits", read(file, STRICT, Neighbours.NONE).id());
        assertTrue(assertThrows(InvalidRequest.class, () -> read(file, STRICT, neighbours))
                .getMessage()
                .contains("ACME_VISITS_PLAN_DAY"));
    }

    @Test
    void stepsThatCannotBeReadAreRefused() throws Exception {
        for (String change : List.of(
                "<preConditions><sqlCheck expectedResult='0'>delete from CORE_USER</sqlCheck></preConditions>",
                "<preConditions><not><customPrecondition className='com.acme.Anything'/></not></preConditions>",
                "<preConditions><rowCount tableName='A; drop table core_user' expectedRows='0'/></preConditions>",
                "<sql>call drop_everything()</sql>",
                "<sql endDelimiter='go'>drop table ACME_VISITS_VISIT</sql>",
                "<executeCommand executable='rm'/>",
                "<customChange class='com.acme.Anything'/>",
                "<createProcedure>begin end</createProcedure>",
                "<modifySql><append value='x'/></modifySql>",
                "<addColumn tableName='ACME_VISITS_VISIT'><column name='A' type='INT; drop table core_user'/></addColumn>")) {
            Flaw flaw = assertThrows(Flaw.class, () -> steps(change), change);
            assertEquals(
                    "The program file acme-visits takes a step in the database that cannot be checked beforehand: one."
                            + " Ask its vendor for a version without it.",
                    flaw.in(Locale.ENGLISH, new TestMessages()).getMessage());
        }
    }

    @Test
    void conditionsOfTheWholeChangelogOnlyAsk() throws Exception {
        String asking = "<preConditions><dbms type='derby'/></preConditions>";
        assertEquals(
                "acme-visits", read(changelog(asking), STRICT, Neighbours.NONE).id());

        Flaw flaw = assertThrows(
                Flaw.class,
                () -> changelog("<preConditions><or><sqlCheck expectedResult='1'>delete from CORE_USER</sqlCheck></or>"
                        + "</preConditions>"));
        assertEquals("pack.table.unclear", flaw.reason().key());
    }

    @Test
    void whatIsNoTableIsRefused() throws Exception {
        for (String change : List.of(
                "<createView viewName='ACME_VISITS_ALL'>select 1 from ACME_VISITS_VISIT</createView>",
                "<createSequence sequenceName='ACME_VISITS_NUMBER'/>",
                "<renameView oldViewName='A' newViewName='B'/>",
                "<addAutoIncrement tableName='ACME_VISITS_VISIT' columnName='ID'/>",
                "<createTable tableName='ACME_VISITS_VISIT'><column name='ID' type='BIGINT' autoIncrement='true'/></createTable>",
                "<createTable tableName='ACME_VISITS_VISIT'><column name='ID' type='bigserial'/></createTable>",
                "<sql>create table ACME_VISITS_A (ID bigint generated always as identity)</sql>")) {
            Flaw flaw = assertThrows(Flaw.class, () -> steps(change), change);
            assertEquals("pack.table.only", flaw.reason().key(), change);
        }
        Path file = steps("<createTable tableName='ACME_VISITS_VISIT'>"
                + "<column name='SERIAL' type='VARCHAR(20)' autoIncrement='false'/></createTable>");
        assertEquals("acme-visits", read(file, STRICT, Neighbours.NONE).id());
    }

    @Test
    void tablesThatReferToEachOtherInACircleAreRefused() throws Exception {
        String there = "<addForeignKeyConstraint baseTableName='ACME_VISITS_A' referencedTableName='ACME_VISITS_B'/>";
        for (String change : List.of(
                "<createTable tableName='ACME_VISITS_A'><column name='UP' type='BIGINT'>"
                        + "<constraints references='acme_visits_a(ID)'/></column></createTable>",
                "<addColumn tableName='ACME_VISITS_A'><column name='UP' type='BIGINT'>"
                        + "<constraints referencedTableName='ACME_VISITS_A'/></column></addColumn>",
                there + "<addForeignKeyConstraint baseTableName='ACME_VISITS_B' referencedTableName='ACME_VISITS_A'/>",
                there + "<sql>alter table ACME_VISITS_B add foreign key (A) references ACME_VISITS_A</sql>",
                "<sql>create table ACME_VISITS_A (ID bigint primary key, UP bigint references ACME_VISITS_A)</sql>")) {
            Flaw flaw = assertThrows(Flaw.class, () -> steps(change), change);
            assertEquals("pack.table.circle", flaw.reason().key(), change);
        }
        assertEquals("acme-visits", read(steps(there), STRICT, Neighbours.NONE).id());
    }

    @Test
    void stepsOnItsOwnTablesAreTaken() throws Exception {
        Path file = steps("<preConditions><tableExists tableName='CORE_USER'/></preConditions><comment>a; b</comment>"
                + "<insert tableName='ACME_VISITS_VISIT'><column name='NAME' value='a; b'/></insert>"
                + "<sql>update ACME_VISITS_VISIT set NAME = 'drop table x; ' || NAME; -- done</sql>"
                + "<sqlFile path='more.sql' relativeToChangelogFile='true'/>"
                + "<rollback><dropTable tableName='ACME_VISITS_VISIT'/></rollback>");

        assertEquals(
                List.of("ACME_VISITS_VISIT"),
                read(file, STRICT, Neighbours.NONE)
                        .descriptor()
                        .database()
                        .get(0)
                        .steps()
                        .get(0)
                        .tables());
    }

    /** A package whose changelog has one step with these changes. */
    private Path steps(String changes) throws Exception {
        return changelog("<changeSet id='one' author='acme'>" + changes + "</changeSet>");
    }

    private Path changelog(String content) throws Exception {
        Draft draft = Draft.good(folder);
        draft.bundle(
                "acme-visits",
                Map.of("CRM-Module", "acme-visits", "CRM-Changelog", "db/changelog.xml"),
                Map.of(
                        "db/changelog.xml",
                        Draft.text("<databaseChangeLog>" + content + "</databaseChangeLog>"),
                        "db/more.sql",
                        Draft.text("create index IX_A on ACME_VISITS_VISIT (NAME);")));
        return acme.sign(draft.write());
    }

    @Test
    void anAuthorityVouchesForItsVendors() throws Exception {
        Vendor authority = Vendor.with(folder, "CN=Acme authority, O=Acme", "-ext", "bc:c");
        Files.writeString(folder.resolve("trust/authority.pem"), authority.pem());
        Vendor issued = authority.issue(folder, "CN=Visits team, O=Acme");

        ModulePackage read = read(issued.sign(Draft.good(folder).write()), STRICT, Neighbours.NONE);

        assertEquals("CN=Visits team,O=Acme", read.signer().subject());
    }

    @Test
    void anotherAuthorityDoesNot() throws Exception {
        Vendor authority = Vendor.with(folder, "CN=Acme authority, O=Acme", "-ext", "bc:c");
        Vendor issued = authority.issue(folder, "CN=Acme modules, O=Acme");

        assertRefused(
                "Nobody trusted vouches for CN=Acme modules,O=Acme",
                issued.sign(Draft.good(folder).write()));
    }

    @Test
    void aVendorIsNoAuthority() throws Exception {
        Vendor stolen = acme.issue(folder, "CN=Other, O=Other firm");

        assertRefused(
                "Nobody trusted vouches for CN=Other,O=Other firm",
                stolen.sign(Draft.good(folder).write()));
    }

    @Test
    void anAuthorityCannotGiveAwayWhatAnotherOneVouchedFor() throws Exception {
        Vendor first = Vendor.with(folder, "CN=First", "-ext", "bc:c");
        Vendor second = Vendor.with(folder, "CN=Second", "-ext", "bc:c");
        Files.writeString(folder.resolve("trust/first.pem"), first.pem());
        Files.writeString(folder.resolve("trust/second.pem"), second.pem());
        Signer signer = signer(first.issue(folder, "CN=Visits, O=Visits"));
        Neighbours mine = installed("acme-visits", "1.0.0", signer);

        Path renewed = first.issue(folder, "CN=Visits, O=Visits")
                .sign(Draft.good(folder).write());
        assertEquals("1.2.0", read(renewed, STRICT, mine).version());

        Vendor thief = second.issue(folder, "CN=Visits, O=Visits");
        Path stolen = thief.sign(Draft.good(folder).write());
        assertRefused("The module acme-visits belongs to Visits", stolen, STRICT, mine);

        // receipts of before do not tell who vouched
        Signer old = new Signer(
                signer.kind(), signer.name(), signer.subject(), signer.fingerprint(), null, signer.validUntil());
        assertEquals(
                "1.2.0",
                read(stolen, STRICT, installed("acme-visits", "1.0.0", old)).version());

        // an administrator who trusts the certificate itself knows whose it is
        Files.writeString(folder.resolve("trust/thief.pem"), thief.pem());
        assertEquals("1.2.0", read(stolen, STRICT, mine).version());
    }

    @Test
    void aPackageWithoutSignatureIsRefused() throws Exception {
        assertRefused("is not signed", Draft.good(folder).write());
    }

    @Test
    void halfAFileIsRefused() throws Exception {
        Path whole = acme.sign(Draft.good(folder).write());
        byte[] bytes = Files.readAllBytes(whole);

        assertRefused("only a part", write(Arrays.copyOf(bytes, bytes.length / 2)));
        assertRefused("only a part", write(new byte[0]));
        assertRefused("only a part", write("no archive at all".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aChangedFileIsRefused() throws Exception {
        Path changed = rewrite(acme.sign(Draft.good(folder).write()), (name, content) -> {
            if (name.endsWith("icon.svg")) {
                return Draft.text("<svg onload='x'/>");
            }
            return content;
        });

        assertRefused("was changed after it was signed", changed);
    }

    @Test
    void oneTurnedByteIsRefused() throws Exception {
        Path signed = acme.sign(Draft.good(folder).write());
        byte[] bytes = Files.readAllBytes(signed);
        int refused = 0;
        int harmless = 0;
        for (int at = 0; at < bytes.length; at += 97) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x55;
            try {
                ModulePackage read = read(write(changed), STRICT, Neighbours.NONE);
                // a time stamp in a header, say
                assertEquals(read(signed, STRICT, Neighbours.NONE).digests(), read.digests());
                harmless++;
            } catch (InvalidRequest e) {
                refused++;
            }
        }
        assertTrue(refused > 2 * harmless, refused + " refused, " + harmless + " harmless");
    }

    @Test
    void anAddedFileIsRefused() throws Exception {
        Path signed = acme.sign(Draft.good(folder).write());
        try (OutputStream out = Files.newOutputStream(folder.resolve("added.kar"));
                ZipOutputStream zip = new ZipOutputStream(out);
                ZipFile source = new ZipFile(signed.toFile())) {
            copy(source, zip, (name, content) -> content);
            zip.putNextEntry(new ZipEntry("META-INF/crm/extra.txt"));
        }

        assertRefused("META-INF/crm/extra.txt in the package is not signed", folder.resolve("added.kar"));
    }

    @Test
    void aFileTakenOutIsRefused() throws Exception {
        Path signed = acme.sign(Draft.good(folder).write());
        Path less = rewrite(signed, (name, content) -> name.endsWith("icon.svg") ? null : content);

        assertRefused("taken out of the package after it was signed: META-INF/crm/icon.svg", less);
    }

    @Test
    void twoSignersAreRefused() throws Exception {
        Path once = acme.sign(Draft.good(folder).write(), "ACME");

        assertRefused("more than one signer", product.sign(once, "OTHER"));
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        Vendor late = Vendor.named(folder, "CN=Late, O=Late", "-startdate", "-3d", "-validity", "1");
        Files.writeString(folder.resolve("trust/late.pem"), late.pem());

        assertRefused(
                "The certificate of CN=Late,O=Late ended on",
                late.sign(Draft.good(folder).write()));
    }

    @Test
    void aCertificateOfTomorrowIsRefused() throws Exception {
        Vendor early = Vendor.named(folder, "CN=Early", "-startdate", "+2d");
        Files.writeString(folder.resolve("trust/early.pem"), early.pem());

        assertRefused("is valid only from", early.sign(Draft.good(folder).write()));
    }

    @Test
    void aCertificateForSomethingElseIsRefused() throws Exception {
        Vendor server = Vendor.with(folder, "CN=Server", "-ext", "eku=serverAuth");
        Files.writeString(folder.resolve("trust/server.pem"), server.pem());
        Vendor plain = Vendor.with(folder, "CN=Plain");
        Files.writeString(folder.resolve("trust/plain.pem"), plain.pem());
        Vendor weak = Vendor.named(folder, "CN=Weak", "-keyalg", "RSA", "-keysize", "1024");
        Files.writeString(folder.resolve("trust/weak.pem"), weak.pem());

        assertRefused(
                "not meant for signing programs", server.sign(Draft.good(folder).write()));
        assertRefused(
                "not meant for signing programs", plain.sign(Draft.good(folder).write()));
        assertRefused("too short", weak.sign(Draft.good(folder).write()));
    }

    @Test
    void whoIsTakenOutOfTheFolderIsTrustedNoMore() throws Exception {
        Path signed = acme.sign(Draft.good(folder).write());
        Files.delete(folder.resolve("trust/acme.pem"));

        assertRefused("Nobody trusted vouches", signed);
    }

    @Test
    void aDevelopmentKeyCountsOnlyWhereItIsAskedForAndNeverInProduction() throws Exception {
        Path signed = developer.sign(Draft.good(folder).write());
        Terms refusing = new Terms(Locale.ENGLISH, false, false, false);
        Terms production = new Terms(Locale.ENGLISH, true, true, false);

        assertEquals(
                Signer.Kind.DEVELOPMENT,
                read(signed, DEVELOPING, Neighbours.NONE).signer().kind());
        assertRefused("only when development keys are allowed", signed, refusing, Neighbours.NONE);
        assertRefused("never accepted in production", signed, production, Neighbours.NONE);

        // trusting the certificate makes no vendor of a developer
        Files.writeString(folder.resolve("trust/developer.pem"), developer.pem());
        assertRefused("never accepted in production", signed, production, Neighbours.NONE);
    }

    @Test
    void pathsThatLeaveTheFolderAreRefused() throws Exception {
        for (String name : List.of(
                "../evil.txt", "repository/../../evil", "/etc/passwd", "a\\..\\b", "C:/x", "a//b", "META-INF/./x")) {
            Draft draft = Draft.good(folder);
            draft.files.put(name, Draft.text("evil"));

            assertRefused("a path that is not allowed", acme.sign(draft.write()));
        }
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws Exception {
        Draft draft = Draft.good(folder);
        draft.files.put("META-INF/crm/aaaa.txt", Draft.text("one"));
        draft.files.put("META-INF/crm/bbbb.txt", Draft.text("two"));
        byte[] bytes = Files.readAllBytes(draft.write());
        byte[] doubled = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("bbbb.txt", "aaaa.txt")
                .getBytes(StandardCharsets.ISO_8859_1);
        Draft sameButForCase = Draft.good(folder);
        sameButForCase.files.put("META-INF/crm/ICON.svg", Draft.text("other"));

        assertRefused("two files of the name META-INF/crm/aaaa.txt", write(doubled));
        assertRefused("two files of the name META-INF/crm/ICON.svg", acme.sign(sameButForCase.write()));
    }

    @Test
    void twoFacesOfOneFileAreRefused() throws Exception {
        byte[] good = Files.readAllBytes(acme.sign(Draft.good(folder).write()));
        byte[] other = Files.readAllBytes(Draft.of(folder, "acme-evil", "1.0").write());
        byte[] both = Arrays.copyOf(other, other.length + good.length);
        System.arraycopy(good, 0, both, other.length, good.length);

        assertRefused("different content to different readers", write(both));
    }

    @Test
    void whatGrowsTooLargeIsRefused() throws Exception {
        Draft draft = Draft.good(folder);
        draft.files.put("META-INF/crm/zeros", new byte[60 << 20]);

        assertRefused("grows far too large", acme.sign(draft.write()));
    }

    @Test
    void aBombInsideABundleIsRefused() throws Exception {
        Draft draft = Draft.good(folder);
        draft.bundles.put(
                new MavenPath("com.acme", "acme-bomb", "1.2.0").jar(),
                Draft.jar(
                        Map.of("Bundle-SymbolicName", "acme-bomb", "Bundle-Version", "1.2.0"),
                        Map.of("zeros", new byte[1])));
        Path small = draft.write();
        byte[] bomb = Draft.jar(
                Map.of("Bundle-SymbolicName", "acme-bomb", "Bundle-Version", "1.2.0"),
                Map.of("zeros", new byte[60 << 20]));
        Path swapped = rewrite(small, (name, content) -> name.contains("acme-bomb-") ? bomb : content);

        assertRefused("grows far too large", acme.sign(swapped));
    }

    @Test
    void aDowngradeIsRefusedUnlessARollBackIsWanted() throws Exception {
        Neighbours newer = installed("acme-visits", "1.10.0", signer(acme));
        Path signed = acme.sign(Draft.good(folder).write());

        assertRefused("Version 1.2.0 is older than the installed version 1.10.0", signed, STRICT, newer);
        assertEquals(
                "1.2.0",
                read(signed, new Terms(Locale.ENGLISH, false, true, true), newer)
                        .version());
    }

    @Test
    void aNameBelongsToWhoeverSignedItFirst() throws Exception {
        Vendor other = Vendor.named(folder, "CN=Other, O=Other firm");
        Files.writeString(folder.resolve("trust/other.pem"), other.pem());
        Path stolen = other.sign(Draft.good(folder).write());

        assertRefused(
                "The module acme-visits belongs to Acme; this package is signed by Other firm.",
                stolen,
                STRICT,
                installed("acme-visits", "1.0.0", signer(acme)));
        assertRefused(
                "The module acme-visits belongs to Sen CRM",
                stolen,
                STRICT,
                installed("acme-visits", null, signer(product)));
    }

    @Test
    void aVendorsNewCertificateIsStillTheVendor() throws Exception {
        Vendor renewed = Vendor.named(folder, "CN=Acme modules, O=Acme");
        Files.writeString(folder.resolve("trust/renewed.pem"), renewed.pem());

        ModulePackage read =
                read(renewed.sign(Draft.good(folder).write()), STRICT, installed("acme-visits", "1.0.0", signer(acme)));

        assertEquals("1.2.0", read.version());
    }

    @Test
    void namesOfTheCoreAndOfOthersCannotBeTaken() throws Exception {
        Neighbours full = new Neighbours(
                Map.of(
                        "crm-sales",
                        new Resident("1.0", signer(product), Set.of("crm-sales", "crm-sales-ui"), Set.of("com.sales"))),
                Set.of("crm-core", "crm-search"),
                Set.of(),
                Set.of("org.jsoup"));

        assertRefused("The name crm-search belongs to the platform", bundle("crm-search", Map.of()), STRICT, full);
        assertRefused(
                "The name crm-core belongs",
                acme.sign(Draft.of(folder, "crm-core", "1.0").write()),
                STRICT,
                full);
        assertRefused("belongs to the module crm-sales", bundle("crm-sales-ui", Map.of()), STRICT, full);
        assertRefused("belongs to the platform", bundle("org.sencrm.extra", Map.of()), STRICT, full);
        assertRefused(
                "offers already: org.jsoup", bundle("acme-x", Map.of("Export-Package", "org.jsoup")), STRICT, full);
        assertRefused(
                "offers already: com.sales", bundle("acme-x", Map.of("Export-Package", "com.sales")), STRICT, full);
    }

    @Test
    void packagesOfTheCoreCannotBeReplaced() throws Exception {
        for (String name : List.of("org/sencrm/api/record/Records", "org/sencrm/visits/X", "java/lang/Visit")) {
            for (String prefix : List.of("", "META-INF/versions/9/")) {
                Draft draft = Draft.good(folder)
                        .bundle("acme-x", Map.of(), Map.of(prefix + name + ".class", Draft.text("class")));
                assertRefused("tries to replace a part of the core", acme.sign(draft.write()));
            }
        }
        assertRefused("replace a part of the core: java.util", bundle("acme-x", Map.of("Export-Package", "java.util")));

        Draft own = Draft.good(folder).bundle("acme-x", Map.of(), Map.of("org/sencrm/visits/X.class", new byte[1]));
        assertEquals(
                Signer.Kind.PRODUCT,
                read(product.sign(own.write()), STRICT, Neighbours.NONE)
                        .signer()
                        .kind());
    }

    @Test
    void whatOurOwnBundlesMayNotDoOthersMayNotEither() throws Exception {
        assertRefused("Fragment-Host", bundle("acme-x", Map.of("Fragment-Host", "crm-core")));
        assertRefused("Require-Bundle", bundle("acme-x", Map.of("Require-Bundle", "crm-core")));
        assertRefused("DynamicImport-Package", bundle("acme-x", Map.of("DynamicImport-Package", "*")));
        assertRefused(
                "resolution:=optional", bundle("acme-x", Map.of("Import-Package", "org.x;resolution:=\"optional\"")));
        assertRefused(
                "the inside of the product", bundle("acme-x", Map.of("Import-Package", "org.sencrm.core.signin")));
        assertRefused("the inside of the product", bundle("acme-x", Map.of("Import-Package", "org.sencrm.ui.frame")));
        assertRefused(
                "the inside of the product", bundle("acme-x", Map.of("Import-Package", "org.apache.karaf.features")));
    }

    @Test
    void whatIsNoBundleIsRefused() throws Exception {
        assertRefused("acme-visits-1.2.0.jar in the package cannot be read", spoiled("no jar".getBytes()));
        assertRefused("acme-visits-1.2.0.jar in the package cannot be read", spoiled(Draft.jar(Map.of(), Map.of())));
    }

    @Test
    void aDescriptionThatDoesNotFitIsRefused() throws Exception {
        assertRefused("does not fit what is in it: api", said(d -> with(d, Map.of(), d.database(), d.bundles())));
        assertRefused("does not fit what is in it: database", said(d -> with(d, d.api(), List.of(), d.bundles())));
        assertRefused(
                "does not fit what is in it: repository/com/acme/acme-visits/1.2.0/acme-visits-1.2.0.jar",
                said(d -> with(
                        d,
                        d.api(),
                        d.database(),
                        List.of(new Descriptor.Part(
                                "acme-visits", "9.0.0", d.bundles().get(0).path())))));
        Draft twoFormats = Draft.good(folder);
        twoFormats.said = d -> new Descriptor(
                2,
                d.id(),
                d.version(),
                null,
                null,
                null,
                d.api(),
                null,
                null,
                d.database(),
                d.bundles(),
                null,
                null,
                null);
        assertRefused("a newer product is needed", acme.sign(twoFormats.write()));
        assertRefused(
                "no name for a module",
                acme.sign(Draft.of(folder, "Acme_Visits", "1.0").write()));
    }

    @Test
    void aFeatureNamesWhatIsInThePackageAndNothingElse() throws Exception {
        String bundle = "mvn:com.acme/acme-visits/1.2.0";
        assertRefused("neither in the package", feature(bundle, "mvn:com.evil/evil/1"));
        assertRefused(
                "not allowed: repository",
                feature("<feature name", "<repository>mvn:com.evil/evil/1/xml/features</repository><feature name"));
        assertRefused("not allowed: config", feature("<bundle>", "<config name=\"x\">a=b</config><bundle>"));
        assertRefused("needs shell, which", feature("<bundle>", "<feature>shell</feature><bundle>"));
        assertRefused("exactly one features file", feature("<features", "<!DOCTYPE x [<!ENTITY a 'b'>]><features"));
        assertRefused("does not fit what is in it: feature", feature("version=\"1.2.0\"", "version=\"1.3.0\""));

        Neighbours platform = new Neighbours(Map.of(), Set.of(), Set.of("mvn:org.x/library/1"), Set.of());
        Path naming = feature("</bundle>", "</bundle><bundle>mvn:org.x/library/1</bundle>");
        assertRefused("neither in the package", naming);
        assertEquals("acme-visits", read(naming, STRICT, platform).id());
    }

    @Test
    void aStowawayIsRefused() throws Exception {
        Draft draft = Draft.good(folder);
        draft.files.put("repository/com/acme/hidden/1.0/hidden-1.0.jar", new byte[1]);

        assertRefused("does not speak of: repository/com/acme/hidden", acme.sign(draft.write()));
    }

    @Test
    void theReasonIsTheAdministratorsLanguage() throws Exception {
        Path file = Draft.good(folder).write();
        Terms vietnamese = Terms.strict(Locale.forLanguageTag("vi"));

        assertEquals(
                "Gói chưa được ký.",
                assertThrows(InvalidRequest.class, () -> read(file, vietnamese, Neighbours.NONE))
                        .getMessage());
    }

    @Test
    void readingLeavesNothingBehind() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = bundlesIn(temporary);
        read(acme.sign(Draft.good(folder).write()), STRICT, Neighbours.NONE);
        assertRefused("cannot be read", spoiled("no jar".getBytes()));

        assertEquals(before, bundlesIn(temporary));
    }

    private static long bundlesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("bundle\\d+\\.jar"))
                    .count();
        }
    }

    private Path bundle(String name, Map<String, String> headers) throws Exception {
        return acme.sign(Draft.good(folder).bundle(name, headers, Map.of()).write());
    }

    private Path spoiled(byte[] bundle) throws Exception {
        Path draft = Draft.good(folder).write();
        return acme.sign(rewrite(draft, (name, content) -> name.endsWith(".jar") ? bundle : content));
    }

    private Path said(UnaryOperator<Descriptor> change) throws Exception {
        Draft draft = Draft.good(folder);
        draft.said = change;
        return acme.sign(draft.write());
    }

    private Path feature(String part, String instead) throws Exception {
        Draft draft = Draft.good(folder);
        draft.feature = xml -> xml.replace(part, instead);
        return acme.sign(draft.write());
    }

    private static Descriptor with(
            Descriptor d, Map<String, String> api, List<Descriptor.Schema> database, List<Descriptor.Part> bundles) {
        return new Descriptor(
                1, d.id(), d.version(), null, null, null, api, null, null, database, bundles, null, null, null);
    }

    private Signer signer(Vendor vendor) throws Exception {
        return read(vendor.sign(Draft.good(folder).write()), STRICT, Neighbours.NONE)
                .signer();
    }

    private static Neighbours installed(String id, String version, Signer signer) {
        Signer named = signer.kind() == Signer.Kind.PRODUCT
                ? new Signer(signer.kind(), "Sen CRM", "", "", null, Instant.MAX)
                : signer;
        return new Neighbours(
                Map.of(id, new Resident(version, named, Set.of(id), Set.of())), Set.of(), Set.of(), Set.of());
    }

    private void assertRefused(String reason, Path file) {
        assertRefused(reason, file, STRICT, Neighbours.NONE);
    }

    private void assertRefused(String reason, Path file, Terms terms, Neighbours neighbours) {
        String said = assertThrows(InvalidRequest.class, () -> read(file, terms, neighbours))
                .getMessage();
        assertTrue(said.contains(reason), said);
    }

    private ModulePackage read(Path file, Terms terms, Neighbours neighbours) {
        TrustStore trust = new TrustStore(folder.resolve("trust"), folder.resolve("product"));
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(1));
        return new PackageReader(trust, new TestMessages(), clock).read(file, terms, neighbours);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "bytes", ".kar"), bytes);
    }

    private interface Change {
        /** Null leaves the file out. */
        byte[] of(String name, byte[] content);
    }

    private Path rewrite(Path file, Change change) throws IOException {
        Path target = Files.createTempFile(folder, "rewritten", ".kar");
        try (ZipFile source = new ZipFile(file.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            copy(source, zip, change);
        }
        return target;
    }

    private static void copy(ZipFile source, ZipOutputStream target, Change change) throws IOException {
        for (ZipEntry entry : Collections.list(source.entries())) {
            byte[] content =
                    change.of(entry.getName(), source.getInputStream(entry).readAllBytes());
            if (content != null) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                target.write(content);
            }
        }
    }
}
