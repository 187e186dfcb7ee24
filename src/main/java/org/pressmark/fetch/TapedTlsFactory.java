package org.pressmark.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Puts TLS over a connection, and a tape over that. */
final class TapedTlsFactory extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final int maxHeadBytes;

    TapedTlsFactory(SSLSocketFactory factory, int maxHeadBytes) {
        this.factory = factory;
        this.maxHeadBytes = maxHeadBytes;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return new TapedTlsSocket(
                (SSLSocket) factory.createSocket(socket, host, port, autoClose), new Tape(maxHeadBytes));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unlayered();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unlayered();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unlayered();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) throws IOException {
        throw unlayered();
    }

    private static IOException unlayered() {
        return new IOException("expected a call for TLS over a connection, found one for a connection of its own");
    }
}
