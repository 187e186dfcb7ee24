package org.pressmark.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A TCP connection that goes only where its destination says, whatever it is told, and has a tape where no TLS lies above it. */
final class WireSocket extends Socket implements Taped {
    private final Destination destination;
    private final @Nullable Tape tape;
    private Tape.@Nullable Streams streams;

    WireSocket(Destination destination, Optional<Tape> tape) {
        this.destination = destination;
        this.tape = tape.orElse(null);
    }

    @Override
    public Optional<Tape> tape() {
        return Optional.ofNullable(tape);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (destination.proxied()) {
            super.connect(endpoint, timeout);
            return;
        }
        // OkHttp asks no Dns where the URL's host is an address, so what it wants may not be what was checked.
        InetAddress wanted = endpoint instanceof InetSocketAddress internet ? internet.getAddress() : null;
        InetAddress checked = wanted != null && destination.addresses().contains(wanted)
                ? wanted
                : destination.addresses().get(0);
        super.connect(new InetSocketAddress(checked, destination.port()), timeout);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return tape == null ? super.getInputStream() : streams(tape).in();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return tape == null ? super.getOutputStream() : streams(tape).out();
    }

    private synchronized Tape.Streams streams(Tape used) throws IOException {
        if (streams == null) {
            streams = used.over(super.getInputStream(), super.getOutputStream());
        }
        return streams;
    }
}
