package org.sencrm.itests;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What every test of a running product needs to know. */
final class Fixtures {

    static final String ADMIN_PASSWORD = "trà-sen-buổi-sáng";

    private Fixtures() {}

    /** Whether the product on this port says that it works. */
    static boolean isUp(int port) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection();
        connection.setConnectTimeout(1000);
        connection.setReadTimeout(5000);
        return connection.getResponseCode() == 200;
    }
}
