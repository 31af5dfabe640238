package org.sencrm.tokenkey.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrImageTest {

    private static final String URI =
            "otpauth://totp/Tr%C3%A0%20Sen:an.nguyen?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tr%C3%A0%20Sen";

    /** What is drawn is read again, module by module, from the picture itself. */
    @Test
    void thePictureIsReadAsTheText() throws Exception {
        String svg = QrImage.svg(URI);
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertTrue(box.find());
        int size = Integer.parseInt(box.group(1));
        BitMatrix read = new BitMatrix(size - 8);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (module.find()) {
            read.set(Integer.parseInt(module.group(1)) - 4, Integer.parseInt(module.group(2)) - 4);
        }

        assertEquals(URI, new Decoder().decode(read).getText());
    }
}
