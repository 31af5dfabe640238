package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;

/** The same story on a real PostgreSQL, switched by configuration only. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PostgresqlIT extends ContainerStory {

    /** As the launcher writes it. */
    static final String PLAN_EACH_ANEW = "options = -c plan_cache_mode=force_custom_plan";

    @Inject
    @Filter("(dataSourceName=crm)")
    private DataSource source;

    @Test
    public void aPlanIsMadeForEachPersonAnew() throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show plan_cache_mode")) {
            assertTrue(row.next());
            assertEquals("force_custom_plan", row.getString(1));
        }
    }

    @Configuration
    public Option[] configuration() throws Exception {
        PostgresServer server = PostgresServer.start();
        if (server == null) {
            throw new AssertionError("PostgreSQL is not installed: apt-get install postgresql");
        }
        // the server lives as long as the test's own process: the container ends before it
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
        Path configuration = Path.of("target", "datasource-postgresql.cfg").toAbsolutePath();
        Files.writeString(
                configuration,
                String.join(
                        "\n",
                        "osgi.jdbc.driver.name = PostgreSQL JDBC Driver",
                        "dataSourceName = crm",
                        "serverName = 127.0.0.1",
                        "portNumber = " + server.port(),
                        "databaseName = " + server.database(),
                        "user = " + server.user(),
                        "password = " + server.password(),
                        PLAN_EACH_ANEW,
                        "pool = transx",
                        "xa = true",
                        "pool.minIdle = 2",
                        "pool.maxPoolSize = 20",
                        ""));
        return assembly(
                "postgresql",
                replaceConfigurationFile("etc/org.ops4j.datasource-crm.cfg", new File(configuration.toString())));
    }
}
