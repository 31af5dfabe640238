package org.sencrm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;

/**
 * An import of a file through REST, whole or a failure.
 *
 * @param rows how many rows the file has
 */
record ImportTask(Product product, String type, int rows) {

    /** Seconds until all rows came to what is expected of them, e.g. {@code created}. */
    double seconds(Path csv, String options, String outcome) throws Exception {
        long start = System.nanoTime();
        JsonNode status = product.upload(type, csv, options);
        String id = status.path("id").asText();
        while (Set.of("queued", "running").contains(status.path("state").asText())) {
            Thread.sleep(100);
            status = product.get("/imports/" + id);
        }
        if (status.path(outcome).asInt() != rows) {
            throw new IllegalStateException("the import is not whole: " + status);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
