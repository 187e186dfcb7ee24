package org.pressmark.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes SURT keys. */
final class Surt {
    private static final Pattern ADDRESS = Pattern.compile(
            "^([a-z][a-z0-9+.-]*):/*(?:[^/?#@]*@)?([^/?#:]*|\\[[^\\]]*\\])(?::([0-9]*))?([^?#]*)(\\?[^#]*)?");

    private Surt() {}

    static String of(String url) {
        String text = url.strip();
        Matcher parts = ADDRESS.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.find() || parts.group(2).isEmpty()) {
            return text.isEmpty() ? "-" : text.toLowerCase(Locale.ROOT);
        }
        String host = parts.group(2).replaceFirst("^www\\d*\\.", "");
        List<String> labels = Arrays.asList(host.split("\\."));
        if (!host.matches("[0-9.]+|\\[.*")) {
            Collections.reverse(labels);
            host = String.join(",", labels);
        }
        String port = parts.group(3) == null || parts.group(3).isEmpty() || isDefault(parts.group(1), parts.group(3))
                ? ""
                : ":" + parts.group(3);
        String path = parts.group(4).isEmpty() ? "/" : parts.group(4);
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String query = parts.group(5) == null ? "" : parts.group(5).substring(1);
        if (!query.isEmpty()) {
            String[] pairs = query.split("&");
            Arrays.sort(pairs);
            query = "?" + String.join("&", pairs);
        }
        return host + port + ")" + path + query;
    }

    private static boolean isDefault(String scheme, String port) {
        return scheme.equals("http") && port.equals("80") || scheme.equals("https") && port.equals("443");
    }
}
