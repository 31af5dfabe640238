package org.sencrm.itests;

import java.util.Map;

/** A form with a file in it, as a browser sends it: what stands before the file's content and what behind. */
record Form(String before, String after) {

    private static final String BOUNDARY = "boundary-of-the-tests";

    static final String MEDIA_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    /** @param texts the other parts by name; one that begins with a brace is JSON */
    static Form of(Map<String, String> texts, String fileName, String mediaType) {
        StringBuilder before = new StringBuilder();
        texts.forEach((name, text) -> before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append('"')
                .append(text.startsWith("{") ? "\r\nContent-Type: application/json" : "")
                .append("\r\n\r\n")
                .append(text)
                .append("\r\n"));
        before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: ")
                .append(mediaType)
                .append("\r\n\r\n");
        return new Form(before.toString(), "\r\n--" + BOUNDARY + "--\r\n");
    }

    /** The whole, around this content. */
    String around(String content) {
        return before + content + after;
    }
}
