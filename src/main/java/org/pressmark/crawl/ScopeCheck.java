package org.pressmark.crawl;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Scope;

/** Whether an address belongs to a source, and the rule that says so. */
public final class ScopeCheck {
    private final Scope scope;
    private final List<Pattern> patterns;
    private final List<Pattern> exclude;

    public ScopeCheck(Scope scope) {
        this.scope = scope;
        this.patterns = scope.patterns().stream().map(Pattern::compile).toList();
        this.exclude = scope.exclude().stream().map(Pattern::compile).toList();
    }

    /**
     * Why an address is left out.
     *
     * @param hops links that lead to it from where a person began
     * @param now for dates in the address
     * @return one sentence; nothing where it belongs to the source
     */
    public Optional<String> refuses(String url, int hops, Instant now) {
        Optional<WebAddress> address = WebAddress.parse(url).filter(WebAddress::fetchable);
        if (address.isEmpty()) {
            return Optional.of("it is no http or https address");
        }
        Optional<String> trap = Traps.of(address.get(), now);
        if (trap.isPresent()) {
            return trap;
        }
        if (hops > scope.hops()) {
            return Optional.of("it is " + hops + " links away, the scope allows " + scope.hops());
        }
        for (Pattern pattern : exclude) {
            if (pattern.matcher(url).find()) {
                return Optional.of("the scope excludes '" + pattern + "'");
            }
        }
        return inside(address.get(), url) ? Optional.empty() : Optional.of("it is outside the scope: " + words());
    }

    private boolean inside(WebAddress address, String url) {
        String host = address.host();
        return scope.hosts().stream().anyMatch(name -> plain(name).equals(plain(host)))
                || scope.domains().stream().anyMatch(name -> host.equals(name) || host.endsWith("." + name))
                || scope.prefixes().stream().anyMatch(url::startsWith)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(url).find());
    }

    private static String plain(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The scope in words, e.g. {@code hosts news.example; domains example.org}. */
    public String words() {
        StringBuilder out = new StringBuilder();
        part(out, "hosts", scope.hosts());
        part(out, "domains", scope.domains());
        part(out, "prefixes", scope.prefixes());
        part(out, "regex", scope.patterns());
        return out.isEmpty() ? "nothing" : out.toString();
    }

    private static void part(StringBuilder out, String name, List<String> values) {
        if (!values.isEmpty()) {
            out.append(out.isEmpty() ? "" : "; ").append(name).append(' ').append(String.join(", ", values));
        }
    }
}
