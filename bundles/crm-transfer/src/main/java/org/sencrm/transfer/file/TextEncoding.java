package org.sencrm.transfer.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The character set of a text file. A byte order mark decides; else zero bytes give UTF-16 away; else text that is valid
 * UTF-8 to the last byte is UTF-8; else it is the Vietnamese or the Western Windows set, whichever makes better words.
 */
record TextEncoding(Charset charset, int markLength) {

    private static final int SAMPLE = 1 << 16;

    /** Reads the whole file where it must; never null. */
    static TextEncoding detect(Path file) {
        byte[] sample = sample(file);
        TextEncoding marked = byMark(sample);
        if (marked != null) {
            return marked;
        }
        Charset wide = wide(sample);
        if (wide != null) {
            return new TextEncoding(wide, 0);
        }
        if (isUtf8(file)) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        String name = VietnameseBytes.areIn(file) ? "windows-1258" : "windows-1252";
        return new TextEncoding(Charset.forName(name), 0);
    }

    /** The set with this name; a mark at the beginning of the file is passed over. */
    static TextEncoding named(String name, Path file) {
        Charset charset;
        try {
            charset = Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableFile(e, "transfer.file.unknownEncoding", name);
        }
        TextEncoding marked = byMark(sample(file));
        boolean same = marked != null
                && (marked.charset.equals(charset)
                        || charset.equals(StandardCharsets.UTF_16)
                                && marked.charset.name().startsWith("UTF-16"));
        return same ? marked : new TextEncoding(charset, 0);
    }

    /** Characters of the file after the mark; a byte that does not belong to the set ends in an {@link UnreadableFile}. */
    Reader reader(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), SAMPLE);
        in.skipNBytes(markLength);
        return new InputStreamReader(in, strict(charset));
    }

    /** Text has no zero bytes unless it is UTF-16. */
    static void refuseBinary(byte[] beginning) {
        if (byMark(beginning) != null || wide(beginning) != null) {
            return;
        }
        for (byte b : beginning) {
            if (b == 0) {
                throw new UnreadableFile("transfer.file.notATable");
            }
        }
    }

    private static TextEncoding byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        return startsWith(bytes, 0xFE, 0xFF) ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    /** Delimiters, digits and plain letters make every second byte of UTF-16 zero often enough, in any language. */
    private static Charset wide(byte[] sample) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int many = Math.max(1, sample.length / 8);
        if (odd >= many && even * 10 < odd) {
            return StandardCharsets.UTF_16LE;
        }
        return even >= many && odd * 10 < even ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean isUtf8(Path file) {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
        CharBuffer characters = CharBuffer.allocate(SAMPLE);
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(0, read));
                bytes.flip();
                CoderResult result = decoder.decode(bytes, characters.clear(), read < 0);
                if (result.isError()) {
                    return false;
                }
                if (read < 0) {
                    return true;
                }
                bytes.compact();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static byte[] sample(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        return bytes.length >= mark.length
                && Arrays.equals(Arrays.stream(mark).toArray(), unsigned(bytes, mark.length));
    }

    private static int[] unsigned(byte[] bytes, int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        return values;
    }
}
