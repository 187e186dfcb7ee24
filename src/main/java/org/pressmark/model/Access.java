package org.pressmark.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.model.HttpHead.Header;

/**
 * What a request is let in by: cookies and headers that a person gave, and cookies that servers set on the way; and to whom they
 * may be told. Nothing of it is ever sent to another host, however the request came there.
 *
 * @param cookies each goes where its own domain and path say
 * @param headers they go to {@code hosts} alone
 * @param hosts lower case, e.g. {@code www.times.example}
 * @param secureOnly whether the headers are for https alone: what was given for encrypted pages is not told in the clear
 * @param met cookies that servers set on the redirects of this one way; what they gave to anybody is no secret
 */
public record Access(
        List<Cookie> cookies, List<Header> headers, Set<String> hosts, boolean secureOnly, List<Cookie> met) {
    /** As the visitor that everybody is. */
    public static final Access NONE = new Access(List.of(), List.of(), Set.of(), false);

    /**
     * A cookie as browsers keep it (RFC 6265 §5.3).
     *
     * @param domain lower case, without a dot before it
     * @param subdomains whether hosts below the domain get it too
     * @param secure whether it is for https alone
     * @param expires when it is void; nothing: with the session, which here never ends
     */
    public record Cookie(
            String domain,
            boolean subdomains,
            String path,
            boolean secure,
            Optional<Instant> expires,
            String name,
            String value) {
        public Cookie {
            domain = domain.toLowerCase(Locale.ROOT);
            Objects.requireNonNull(expires);
        }

        boolean goesTo(boolean https, String host, String askedPath, Instant now) {
            boolean hostFits = host.equals(domain) || subdomains && host.endsWith("." + domain);
            boolean pathFits = askedPath.equals(path)
                    || askedPath.startsWith(path) && (path.endsWith("/") || askedPath.charAt(path.length()) == '/');
            return hostFits
                    && pathFits
                    && (https || !secure)
                    && expires.map(now::isBefore).orElse(true);
        }

        private boolean givesWayTo(Cookie other) {
            return name.equals(other.name) && domain.equals(other.domain) && path.equals(other.path);
        }

        /** Never the value: what is printed ends in logs. */
        @Override
        public String toString() {
            return "Cookie[" + domain + path + " " + name + "]";
        }
    }

    public Access(List<Cookie> cookies, List<Header> headers, Set<String> hosts, boolean secureOnly) {
        this(cookies, headers, hosts, secureOnly, List.of());
    }

    public Access {
        met = List.copyOf(met);
        cookies = List.copyOf(cookies);
        headers = List.copyOf(headers);
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The same cookies and headers, the headers for these hosts. */
    public Access boundTo(Set<String> named, boolean https) {
        return new Access(cookies, headers, named, https, met);
    }

    /** The same after a server has set cookies; each takes the place of the one that was set before under its name. */
    public Access met(List<Cookie> set) {
        List<Cookie> all = new ArrayList<>(met);
        all.removeIf(old -> set.stream().anyMatch(old::givesWayTo));
        all.addAll(set);
        return set.isEmpty() ? this : new Access(cookies, headers, hosts, secureOnly, all);
    }

    /** The Cookie header for an address, the longest paths first (RFC 6265 §5.4); empty where no cookie belongs there. */
    public Optional<String> cookieHeader(boolean https, String host, String path, Instant now) {
        if (cookies.isEmpty() && met.isEmpty()) {
            return Optional.empty();
        }
        String asked = path.isEmpty() ? "/" : path;
        List<Cookie> going = met.stream()
                .filter(cookie -> cookie.goesTo(https, host, asked, now))
                .toList();
        Set<String> newer = going.stream().map(Cookie::name).collect(Collectors.toSet());
        return Optional.of(Stream.concat(
                                going.stream(),
                                cookies.stream()
                                        .filter(cookie -> cookie.goesTo(https, host, asked, now))
                                        .filter(cookie -> !newer.contains(cookie.name())))
                        .sorted(Comparator.comparingInt(
                                (Cookie cookie) -> -cookie.path().length()))
                        .map(cookie -> cookie.name() + "=" + cookie.value())
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
    }

    /** The headers for a host; none for one that they were not given for. */
    public List<Header> headersFor(boolean https, String host) {
        return hosts.contains(host) && (https || !secureOnly) ? headers : List.of();
    }

    /** Names of all headers that may carry something that a person gave. */
    public Set<String> secrets() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(header -> names.add(header.name()));
        if (!cookies.isEmpty()) {
            names.add("Cookie");
        }
        return names;
    }

    /** Names alone: what is printed ends in logs. */
    @Override
    public String toString() {
        return "Access[" + cookies.size() + " cookies, headers " + secrets() + " for " + hosts + "]";
    }
}
