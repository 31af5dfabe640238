package org.sencrm.ui.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UploadPipeTest {

    @Test
    void aWholeFileComesOutAsItWentIn() throws Exception {
        byte[] file = new byte[300_000];
        for (int index = 0; index < file.length; index++) {
            file[index] = (byte) index;
        }
        UploadPipe pipe = new UploadPipe(1_000_000);
        CompletableFuture<byte[]> read = read(pipe);

        pipe.write(file, 0, file.length);
        pipe.close();
        pipe.finish();

        assertArrayEquals(file, read.get(10, TimeUnit.SECONDS));
        assertFalse(pipe.isBroken());
    }

    @Test
    void aTransferThatBrokeOffIsNeverTakenForAWholeFile() {
        UploadPipe pipe = new UploadPipe(1_000);
        CompletableFuture<byte[]> read = read(pipe);

        pipe.write(new byte[10], 0, 10);
        pipe.close();
        pipe.breakOff();

        ExecutionException failure = assertThrows(ExecutionException.class, () -> read.get(10, TimeUnit.SECONDS));
        assertTrue(failure.getCause() instanceof IOException);
    }

    @Test
    void whatIsLargerThanAllowedIsBrokenOff() {
        UploadPipe pipe = new UploadPipe(100);
        CompletableFuture<byte[]> read = read(pipe);

        pipe.write(new byte[101], 0, 101);
        pipe.finish();

        assertTrue(pipe.isTooLarge());
        assertTrue(pipe.isBroken());
        assertThrows(ExecutionException.class, () -> read.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aReaderThatLeavesDoesNotHoldUpTheSender() throws IOException {
        UploadPipe pipe = new UploadPipe(10_000_000);
        pipe.content().close();

        pipe.write(new byte[1_000_000], 0, 1_000_000);
        pipe.finish();

        assertFalse(pipe.isTooLarge());
    }

    @Test
    void onlyKnownEndingsAreTaken() {
        FileUpload.Kind tables = new FileUpload.Kind("import.upload.", 1, 1, List.of(".csv", ".xlsx", ".txt"));
        assertTrue(tables.fits("Khách hàng.XLSX"));
        assertTrue(tables.fits("a.csv"));
        assertFalse(tables.fits("a.csv.exe"));
        assertFalse(tables.fits("csv"));
    }

    private static CompletableFuture<byte[]> read(UploadPipe pipe) {
        CompletableFuture<byte[]> result = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try (InputStream content = pipe.content()) {
                result.complete(content.readAllBytes());
            } catch (IOException broken) {
                result.completeExceptionally(broken);
            }
        });
        reader.setDaemon(true);
        reader.start();
        return result;
    }
}
