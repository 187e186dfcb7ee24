package org.pressmark.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A real server that speaks HTTP/2 over TLS and nothing else (RFC 9113): whoever does not offer {@code h2} at the handshake
 * gets a fatal alert. Every request is answered with the same page and headers.
 */
public final class Http2Press implements AutoCloseable {
    private static final int SETTINGS = 4;
    private static final int HEADERS = 1;
    private static final int DATA = 0;
    private static final int PING = 6;
    private static final int PREFACE = 24;

    private final TestAuthority authority = TestAuthority.create();
    private final ServerSocket server;
    private final byte[] body;
    private final byte[] oddValue;
    private final AtomicInteger answered = new AtomicInteger();

    private Http2Press(String host, String body, byte[] oddValue) {
        this.oddValue = oddValue.clone();
        this.body = body.getBytes(StandardCharsets.UTF_8);
        try {
            this.server = authority.serverSockets(host).createServerSocket(0, 50, TestPress.loopback());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public static Http2Press open(String host, String body) {
        return new Http2Press(host, body, new byte[0]);
    }

    /** The same with a header {@code x-odd} of these bytes, whatever they are. */
    public static Http2Press open(String host, String body, byte[] oddValue) {
        return new Http2Press(host, body, oddValue);
    }

    public TestAuthority authority() {
        return authority;
    }

    /** As {@code --connect-to} takes it. */
    public String connectTo(String host) {
        return host + ":443:127.0.0.1:" + server.getLocalPort();
    }

    /** How many requests were answered. */
    public int answered() {
        return answered.get();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "http2-press");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                daemon(() -> serve((SSLSocket) socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            in.readFully(new byte[PREFACE]);
            frame(out, SETTINGS, 0, 0, new byte[0]);
            while (true) {
                int lengthAndType = in.readInt();
                int flags = in.readUnsignedByte();
                int stream = in.readInt() & 0x7fffffff;
                byte[] payload = new byte[lengthAndType >>> 8];
                in.readFully(payload);
                answer(out, lengthAndType & 0xff, flags, stream, payload);
            }
        } catch (IOException e) {
            // The client hung up, or would not speak h2: its own test speaks of it.
        }
    }

    private void answer(OutputStream out, int type, int flags, int stream, byte[] payload) throws IOException {
        boolean ack = (flags & 1) != 0;
        if (type == SETTINGS && !ack) {
            frame(out, SETTINGS, 1, 0, new byte[0]);
        } else if (type == PING && !ack) {
            frame(out, PING, 1, 0, payload);
        } else if (type == HEADERS) {
            ByteArrayOutputStream fields = new ByteArrayOutputStream();
            fields.write(0x88); // :status 200, from the static table (RFC 7541 appendix A)
            field(fields, "content-type", "text/html; charset=utf-8");
            field(fields, "set-cookie", "a=1");
            field(fields, "set-cookie", "b=2");
            if (oddValue.length > 0) {
                field(fields, "x-odd", oddValue);
            }
            answered.incrementAndGet();
            frame(out, HEADERS, 4, stream, fields.toByteArray());
            frame(out, DATA, 1, stream, body);
        }
    }

    /** A literal field without indexing (RFC 7541 §6.2.2). */
    private static void field(ByteArrayOutputStream out, String name, String value) {
        field(out, name, value.getBytes(StandardCharsets.US_ASCII));
    }

    private static void field(ByteArrayOutputStream out, String name, byte[] value) {
        out.write(0);
        for (byte[] text : new byte[][] {name.getBytes(StandardCharsets.US_ASCII), value}) {
            out.write(text.length);
            out.writeBytes(text);
        }
    }

    private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int shift : new int[] {16, 8, 0}) {
            frame.write(payload.length >> shift);
        }
        frame.write(type);
        frame.write(flags);
        for (int shift : new int[] {24, 16, 8, 0}) {
            frame.write(stream >> shift);
        }
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
