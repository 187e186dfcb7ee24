package org.pressmark.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.pressmark.model.HttpHead.Header;

/** Sends our own texts packed where a client takes them so; what is archived goes out as it is. */
final class Packing {
    /** A shorter answer fits into a few packets anyway. */
    private static final int WORTH = 4096;

    private static final Pattern TEXT =
            Pattern.compile("text/.*|image/svg\\+xml.*|application/(?:[a-z]+\\+xml|json|link-format|cdxj\\+ors).*");

    private Packing() {}

    static Answer pack(Asked asked, Answer answer) throws IOException {
        if (archived(asked.path()) || answer.length() < WORTH || !text(answer)) {
            return answer;
        }
        Answer varying = answer.with("Vary", "Accept-Encoding");
        if (!takes(asked.header().apply("Accept-Encoding").orElse(""))) {
            return varying;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream((int) (answer.length() / 4));
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            answer.body().transferTo(gzip);
        }
        byte[] bytes = packed.toByteArray();
        Answer coded = varying.with("Content-Encoding", "gzip");
        return new Answer(coded.status(), coded.headers(), bytes.length, new ByteArrayInputStream(bytes));
    }

    private static boolean archived(String path) {
        return path.startsWith("/web/") && !path.startsWith("/web/timemap/") || path.startsWith("/marked/");
    }

    private static boolean text(Answer answer) {
        Optional<String> type = answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Header::value)
                .findFirst();
        return type.isPresent() && TEXT.matcher(type.get()).matches();
    }

    private static boolean takes(String codings) {
        for (String coding : codings.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1)) {
            if (coding.equals("gzip") || coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
