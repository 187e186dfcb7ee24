package org.pressmark.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.SocketFactory;

/** Sockets to one destination, unconnected: OkHttp asks for no others. */
final class WireSocketFactory extends SocketFactory {
    private final Destination destination;
    private final boolean taped;
    private final int maxHeadBytes;

    /** @param taped false where TLS will lie above */
    WireSocketFactory(Destination destination, boolean taped, int maxHeadBytes) {
        this.destination = destination;
        this.taped = taped;
        this.maxHeadBytes = maxHeadBytes;
    }

    @Override
    public Socket createSocket() {
        return new WireSocket(destination, taped ? Optional.of(new Tape(maxHeadBytes)) : Optional.empty());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) throws IOException {
        throw connected();
    }

    private static IOException connected() {
        return new IOException("expected a call for an unconnected socket, found one for a connected socket");
    }
}
