package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.pressmark.text.Languages;
import org.pressmark.text.WordList;

/** Addresses as they are compared: without scheme, {@code www.}, fragment, tracking parameters and, for pictures, size. */
final class Addresses {
    private Addresses() {}

    /** Two links lead to the same page. */
    static boolean samePage(String a, String b) {
        return same(key(a, false), key(b, false));
    }

    /** The address as written, without tracking parameters. */
    static String clean(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        int fragment = url.indexOf('#', query);
        String end = fragment < 0 ? "" : url.substring(fragment);
        List<String> kept = new ArrayList<>();
        for (String pair :
                url.substring(query + 1, fragment < 0 ? url.length() : fragment).split("&", -1)) {
            if (!dropped(pair, false)) {
                kept.add(pair);
            }
        }
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept)) + end;
    }

    private static boolean dropped(String pair, boolean picture) {
        int equals = pair.indexOf('=');
        String name = (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.isEmpty()
                || listed(WordList.load(Languages.NONE, "tracking-parameters"), name)
                || (picture && listed(WordList.load(Languages.NONE, "image-size-parameters"), name));
    }

    /** Two addresses name the same picture, as far as addresses can tell. */
    static boolean samePicture(String a, String b) {
        return same(key(a, true), key(b, true));
    }

    /** Whether a picture's file name says that it belongs to the page around the article: {@code logo.gif}, {@code spacer.png}. */
    static boolean ofThePage(String picture) {
        String path = key(picture, true);
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        WordList words = WordList.load(Languages.NONE, "page-pictures");
        for (String word : (dot < 0 ? name : name.substring(0, dot)).split("[^A-Za-z]+", -1)) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** An address without a host is equal to one with a host if path and query are. */
    private static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (a.startsWith("/") == b.startsWith("/")) {
            return false;
        }
        String whole = a.startsWith("/") ? b : a;
        String path = a.startsWith("/") ? a : b;
        int slash = whole.indexOf('/');
        return slash > 0 && whole.substring(slash).equals(path);
    }

    static String key(String url, boolean picture) {
        String rest = url.strip().replace("&amp;", "&");
        int fragment = rest.indexOf('#');
        rest = fragment < 0 ? rest : rest.substring(0, fragment);
        int scheme = rest.indexOf("://");
        boolean host = scheme > 0 && scheme < 8 || rest.startsWith("//");
        rest = rest.startsWith("//") ? rest.substring(2) : host ? rest.substring(scheme + 3) : rest;
        int query = rest.indexOf('?');
        String parameters = query < 0 ? "" : rest.substring(query + 1);
        rest = query < 0 ? rest : rest.substring(0, query);
        if (host) {
            int slash = rest.indexOf('/');
            String name = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
            rest = (name.startsWith("www.") ? name.substring(4) : name) + (slash < 0 ? "" : rest.substring(slash));
        } else if (!rest.startsWith("/") && rest.indexOf(':') < 0) {
            rest = "/" + rest;
        }
        if (picture) {
            rest = rest.replaceFirst("-\\d{2,4}x\\d{2,4}(?=\\.\\w{3,4}$)", "")
                    .replaceFirst("@\\dx(?=\\.\\w{3,4}$)", "");
        }
        while (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        String kept = parameters(parameters, picture);
        return kept.isEmpty() ? rest : rest + "?" + kept;
    }

    private static String parameters(String query, boolean picture) {
        if (query.isEmpty()) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            if (!dropped(pair, picture)) {
                kept.add(pair);
            }
        }
        Collections.sort(kept);
        return String.join("&", kept);
    }

    private static boolean listed(WordList list, String name) {
        if (list.contains(name)) {
            return true;
        }
        for (String entry : list.entries()) {
            if (entry.endsWith("*") && name.startsWith(entry.substring(0, entry.length() - 1))) {
                return true;
            }
        }
        return false;
    }
}
