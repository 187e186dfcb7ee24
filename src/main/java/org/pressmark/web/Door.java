package org.pressmark.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.pressmark.markup.SafeText;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.ServeReplay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests in: only for our own host names, only such that read; and makes a page of every failure. */
final class Door extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** Methods whose archived answers are found by what was sent. */
    private static final Set<String> REPLAYED = Set.of("POST", "PUT");

    /** Bytes of a form or of a program's request. */
    private static final int MOST_SENT = 64 * 1024;

    private final Routes routes;
    private final Hosts hosts;

    Door(Routes routes, Hosts hosts) {
        this.routes = routes;
        this.hosts = hosts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Answer answer = answer(request);
        response.setStatus(answer.status());
        for (Header header : answer.headers()) {
            response.getHeaders().add(header.name(), header.value());
        }
        if (answer.length() >= 0 && answer.status() >= 200 && answer.status() != 204 && answer.status() != 304) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
        }
        try (InputStream body = answer.body()) {
            if (!request.getMethod().equals("HEAD") && answer.status() != 204 && answer.status() != 304) {
                try (OutputStream out = Content.Sink.asOutputStream(response)) {
                    body.transferTo(out);
                }
            }
        }
        callback.succeeded();
        return true;
    }

    private Answer answer(Request request) {
        Optional<String> host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST));
        if (!hosts.pages(host.orElse("")) && !hosts.archived(host.orElse(""))) {
            return Trouble.page(
                    421,
                    "Another server was meant",
                    "This archive does not answer to the name " + host.orElse("(none)") + ".",
                    "Use the address that 'pressmark serve' printed.");
        }
        HttpURI uri = request.getHttpURI();
        String path = Optional.ofNullable(uri.getPath()).orElse("/");
        boolean post = request.getMethod().equals("POST") && Routes.takesPosts(path);
        boolean replayed = path.startsWith("/web/") && REPLAYED.contains(request.getMethod());
        boolean preflight = request.getMethod().equals("OPTIONS");
        if (!post
                && !replayed
                && !preflight
                && !request.getMethod().equals("GET")
                && !request.getMethod().equals("HEAD")) {
            return notAllowed(request.getMethod());
        }
        try {
            Asked asked = new Asked(
                    request.getMethod(),
                    path,
                    Optional.ofNullable(uri.getQuery()).orElse(""),
                    host.orElse(""),
                    name -> Optional.ofNullable(request.getHeaders().get(name)),
                    post ? new String(body(request, MOST_SENT), StandardCharsets.UTF_8) : "",
                    replayed
                            ? ServeReplay.request(
                                    request.getMethod(),
                                    Objects.requireNonNullElse(
                                            request.getHeaders().get(HttpHeader.CONTENT_TYPE), ""),
                                    body(request, ServeReplay.MOST_SENT))
                            : Optional.empty());
            return preflight ? routes.preflight(asked).orElseGet(() -> notAllowed("OPTIONS")) : routes.answer(asked);
        } catch (TooLongException e) {
            return Trouble.page(413, "Too much was sent", String.valueOf(e.getMessage()));
        } catch (EofException e) {
            return Trouble.page(400, "The request broke off", "Less was sent than was announced.");
        } catch (PipelineException e) {
            return failed(e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.error("No answer could be made to {}", SafeText.line(path), e);
            return Trouble.page(
                    500,
                    "This page could not be made",
                    "Something failed within Pressmark while it answered " + path + ".",
                    "The program's log says more. 'pressmark verify' tells whether the archive is sound.");
        }
    }

    private static Answer notAllowed(String method) {
        return Trouble.page(405, "Only reading is possible", "The method " + method + " is not allowed.")
                .with("Allow", "GET, HEAD");
    }

    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        TooLongException(int most) {
            super("What is sent here may hold " + most + " bytes.");
        }
    }

    private static byte[] body(Request request, int most) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new TooLongException(most);
            }
            return bytes;
        }
    }

    private static Answer failed(PipelineException e) {
        String message = String.valueOf(e.getMessage());
        if (e.trouble() == PipelineException.Trouble.DAMAGED) {
            LOG.warn("{}", SafeText.line(message));
        }
        return switch (e.trouble()) {
            case INPUT -> Trouble.page(400, "This can't be read", message);
            case NOT_FOUND -> Trouble.page(404, "Not in this archive", message);
            case DAMAGED ->
                Trouble.page(
                        502,
                        "The stored record cannot be given back",
                        message,
                        "Run 'pressmark verify' to see what else is missing or damaged.");
            case SETTING -> Trouble.page(500, "A setting of this server cannot be used", message);
            case READ_ONLY -> Trouble.page(403, "This archive can only be read", message);
            case STORAGE -> Trouble.page(503, "The archive cannot be read", message);
        };
    }
}
