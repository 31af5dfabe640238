package org.sencrm.core.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told, which no real one does on demand. */
final class ScriptedServer implements AutoCloseable {

    /** In place of an answer: the line is cut. */
    static final String CUT = "CUT";
    /** In place of an answer: nothing comes, ever. */
    static final String SILENCE = "SILENCE";
    /** In place of an answer: lines that go on without end. */
    static final String ENDLESS = "ENDLESS";
    /** Before the first command. */
    static final String BANNER = "BANNER";
    /** The end of a mail. */
    static final String END = ".";

    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers =
            new ConcurrentHashMap<>(Map.of(BANNER, "220 scripted", "DATA", "354 go"));
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedServer() throws IOException {
        Thread thread = new Thread(this::listen, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** @param command first word of what is answered, or one of the constants */
    ScriptedServer answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** Commands, in order, without what mails say. */
    List<String> heard() {
        return heard;
    }

    long heard(String command) {
        return heard.stream().filter(line -> line.startsWith(command)).count();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try (Socket line = listening.accept()) {
                talk(line);
            } catch (IOException e) {
                // the other side is gone: the next one
            }
        }
    }

    private void talk(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        boolean open = say(line.getOutputStream(), BANNER);
        boolean inMail = false;
        while (open) {
            String said = in.readLine();
            if (said == null) {
                return;
            }
            if (!inMail || said.equals(END)) {
                heard.add(said);
                String command = said.split("[ :]", 2)[0];
                inMail = command.equals("DATA");
                open = say(line.getOutputStream(), command);
            }
        }
    }

    private boolean say(OutputStream out, String command) throws IOException {
        String answer = answers.getOrDefault(command, "250 fine");
        switch (answer) {
            case CUT -> {
                return false;
            }
            case SILENCE -> {
                return true;
            }
            case ENDLESS -> {
                while (true) {
                    out.write("220-and so on\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            default -> {
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return true;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
