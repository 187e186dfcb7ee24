package org.pressmark.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The local web server: starts, says where it listens, and stops after the requests under way have been answered. */
public final class WebServer implements Closeable {
    private static final int THREADS = 32;
    /** More than a browser opens for all its windows; above, newcomers wait. */
    private static final int CONNECTIONS = 400;

    private static final long STOP_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 30_000;

    /** Held, so that the level stays: Jetty's greeting is nobody's business at a terminal. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    private final Server server;
    private final ServerConnector connector;
    private final String address;
    private final WarmUp warmUp;

    private WebServer(Server server, ServerConnector connector, String address, Routes routes, Hall hall) {
        this.server = server;
        this.connector = connector;
        this.address = address;
        this.warmUp = new WarmUp(routes, hall, url());
    }

    /**
     * Starts serving.
     *
     * @param address on which to listen, e.g. {@code 127.0.0.1}
     * @param port 0 for any free one
     * @throws IOException if the port cannot be had; the message names address, port and remedy
     */
    public static WebServer start(Hall hall, String address, int port) throws IOException {
        return start(hall, address, port, ServeOptions.STANDARD, "");
    }

    /** The same with other than the usual options; nothing can be changed by it. */
    public static WebServer start(Hall hall, String address, int port, ServeOptions options) throws IOException {
        return start(hall, address, port, options, "");
    }

    /**
     * The same for an owner who may change the archive from a browser.
     *
     * @param token that lets do so, 32 characters or more; empty: nobody may
     */
    public static WebServer start(Hall hall, String address, int port, ServeOptions options, String token)
            throws IOException {
        JETTY.setLevel(Level.WARNING);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("pressmark-web");
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Archived addresses stand in our paths as they are, "//" and "%2F" and all; no path here leads to a file.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(32 * 1024);
        http.setResponseHeaderSize(64 * 1024);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(address);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addBean(new Patience(connector.getScheduler(), options.patienceMillis()));
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.addConnector(connector);
        Hosts hosts = new Hosts(address, options.scripts());
        Routes routes = new Routes(hall, hosts, options, new Keeper(token));
        server.setHandler(new GracefulHandler(new Door(routes, hosts)));
        server.setStopTimeout(STOP_MILLIS);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IOException(
                    address + " port " + port + ": cannot listen there (" + e.getMessage()
                            + "); choose another port with --port",
                    e);
        }
        return new WebServer(server, connector, address, routes, hall);
    }

    /** Where it listens, e.g. {@code http://127.0.0.1:8642/}. */
    public String url() {
        String host = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return "http://" + host + ":" + connector.getLocalPort() + "/";
    }

    /** Makes the pages that are opened first once, in the background, so that the first visitor need not wait for it. */
    public void warm() {
        warmUp.start();
    }

    /** Waits until the server has stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Stops: no new request is let in, those under way get some seconds to end. */
    @Override
    public void close() {
        warmUp.close();
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            // It is stopped either way; what was under way is broken off.
            JETTY.log(Level.FINE, "While stopping", e);
        }
    }
}
