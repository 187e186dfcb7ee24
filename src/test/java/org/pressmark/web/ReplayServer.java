package org.pressmark.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Finding;
import org.pressmark.pipeline.ImportFiles;
import org.pressmark.pipeline.Pipeline;

/** An archive of WARC files and a server over it, spoken to in HTTP/1.1 as it stands on the wire. */
final class ReplayServer implements AutoCloseable {
    private final Pipeline house;
    private final WebServer server;
    private final int port;
    private final List<Finding> findings = new ArrayList<>();

    private ReplayServer(Path archive, ServeOptions options, List<Path> files) throws IOException {
        Settings settings =
                Settings.defaults().with(Map.of(Setting.ARCHIVE_DIR, new Settings.Value(archive.toString(), "test")));
        this.house = Pipeline.open(settings, "test", findings::add);
        for (Path file : files) {
            new ImportFiles(house).archiveFile(file, (name, doing, done, total, captures) -> {});
        }
        this.server = WebServer.start(new ArchiveHall(house), "127.0.0.1", 0, options);
        this.port = URI.create(server.url()).getPort();
    }

    static ReplayServer over(Path archive, Path... files) throws IOException {
        return new ReplayServer(archive, ServeOptions.STANDARD, List.of(files));
    }

    static ReplayServer over(Path archive, ServeOptions options, Path... files) throws IOException {
        return new ReplayServer(archive, options, List.of(files));
    }

    int port() {
        return port;
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** An answer as it stood on the wire. */
    @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
    record Got(int status, String head, byte[] bytes) {
        String header(String name) {
            List<String> all = headers(name);
            return all.isEmpty() ? "" : all.get(0);
        }

        List<String> headers(String name) {
            List<String> found = new ArrayList<>();
            for (String line : head.split("\r\n", -1)) {
                if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    found.add(line.substring(name.length() + 1).strip());
                }
            }
            return found;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return head + "\n\n" + text();
        }
    }

    Got get(String path, String... headers) throws IOException {
        return send("GET", path, "127.0.0.1:" + port, headers);
    }

    Got head(String path, String... headers) throws IOException {
        return send("HEAD", path, "127.0.0.1:" + port, headers);
    }

    Got send(String method, String path, String host, String... headers) throws IOException {
        StringBuilder request =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return raw(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends these bytes and reads to the end. */
    Got raw(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            byte[] all = socket.getInputStream().readAllBytes();
            String text = new String(all, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IOException("expected an answer, found: " + text);
            }
            byte[] body = new ByteArrayInputStream(all, end + 4, all.length).readAllBytes();
            return new Got(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), body);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        house.close();
    }
}
