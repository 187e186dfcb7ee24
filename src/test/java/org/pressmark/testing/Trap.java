package org.pressmark.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A proxy for every address but the loopback that lets nothing through and remembers what was asked of it. */
public final class Trap implements AutoCloseable {
    /** Where Chromium asks for the time, updates, accounts and searches, whatever page it shows; no page of a test names these. */
    private static final List<String> OWN_HOSTS = List.of(
            "www.google.com",
            "accounts.google.com",
            "clients2.google.com",
            "android.clients.google.com",
            "update.googleapis.com");

    private static final Pattern OWN = Pattern.compile(
            "^[A-Z]+ (http://)?(" + OWN_HOSTS.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")[:/ ]");

    private final ServerSocket listening;
    private final List<String> caught = new CopyOnWriteArrayList<>();

    private Trap(ServerSocket listening) {
        this.listening = listening;
    }

    public static Trap set() throws IOException {
        Trap trap = new Trap(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(trap::watch, "trap");
        thread.setDaemon(true);
        thread.start();
        return trap;
    }

    private void watch() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                socket.setSoTimeout(2_000);
                byte[] start = new byte[2_000];
                int count = socket.getInputStream().read(start);
                caught.add(
                        count <= 0
                                ? "a connection"
                                : new String(start, 0, count, StandardCharsets.ISO_8859_1).split("\r\n", 2)[0]);
                socket.getOutputStream()
                        .write("HTTP/1.1 502 Trapped\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // the next one, or the end
            }
        }
    }

    /** First lines of the requests that came but for the browser's own, e.g. {@code CONNECT live.example:443 HTTP/1.1}. */
    public List<String> caught() {
        return caught.stream().filter(line -> !OWN.matcher(line).find()).toList();
    }

    /** What a browser is to be started with: everything to the trap, no name looked up, nothing of its own on the wire. */
    public String[] browserWords() {
        return new String[] {
            "--proxy-server=http://127.0.0.1:" + listening.getLocalPort(),
            "--proxy-bypass-list=127.0.0.1;localhost;replay.localhost",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE replay.localhost",
            "--disable-component-update",
            "--disable-sync",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-client-side-phishing-detection",
            "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication"
                    + ",PreconnectToSearch,PreconnectToSearchDesktop,DsePreload2"
        };
    }

    /**
     * The same without a proxy, so that names are looked up and connections opened as on the open web: every name and every
     * address but the loopback's is the trap, but for those where Chromium asks on its own account, which do not exist.
     *
     * @param log file to which the browser writes what its network did, names and datagrams included
     */
    public String[] sinkWords(Path log) {
        String[] words = browserWords();
        words[0] = "--no-proxy-server";
        words[1] = "--log-net-log=" + log;
        words[2] = "--host-resolver-rules="
                + OWN_HOSTS.stream()
                        .map(host -> "MAP " + host + " ~NOTFOUND , ")
                        .collect(Collectors.joining())
                + "MAP * 127.0.0.1:" + listening.getLocalPort()
                + " , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE replay.localhost";
        return words;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
