package org.pressmark.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Qualified names of the PROV export: a declared prefix, a colon, a local part that every notation of PROV takes. */
final class ProvNames {
    static final String NAMESPACE = "urn:pressmark:ns:";
    private static final String SAFE = "-_/~.";

    private ProvNames() {}

    /**
     * The prefixes that names are made with; {@code prov} and {@code xsd} are given by the standard. None is a word of PROV-N's
     * grammar: ProvToolbox's parser takes {@code prefix agent} for the beginning of a record.
     */
    static ObjectNode prefixes() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("pm", NAMESPACE)
                .put("uuid", "urn:uuid:")
                .put("page", "urn:pressmark:page:")
                .put("wire", "urn:pressmark:wire:")
                .put("text", "urn:pressmark:text:")
                .put("who", "urn:pressmark:agent:")
                .put("capture", "urn:pressmark:capture:")
                .put("evidence", "urn:pressmark:evidence:")
                .put("oa", "http://www.w3.org/ns/oa#")
                .put("dcterms", "http://purl.org/dc/terms/");
    }

    /** The name of a text from its id in the chain. */
    static String node(String id) {
        for (String[] form : new String[][] {{"urn:uuid:", "uuid"}, {"page:", "page"}, {"wire:", "wire"}}) {
            if (id.startsWith(form[0]) && id.length() > form[0].length()) {
                return name(form[1], id.substring(form[0].length()));
            }
        }
        return name("text", id);
    }

    /**
     * A qualified name: in the local part letters, digits and a few marks stay, every other byte of its UTF-8 form becomes
     * {@code %HH} (PROV-N §3.7.1, PN_LOCAL); an empty one becomes {@code _}.
     */
    static String name(String prefix, String local) {
        StringBuilder out = new StringBuilder(prefix).append(':');
        byte[] bytes = local.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            // A name neither begins with a mark nor ends with a stop.
            boolean mark = SAFE.indexOf(c) >= 0 && i > 0 && i < bytes.length - 1;
            out.append(letter || mark ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return bytes.length == 0 ? out.append('_').toString() : out.toString();
    }

    /** A value that is itself a qualified name. */
    static ObjectNode reference(String name) {
        return typed(name, "prov:QUALIFIED_NAME");
    }

    /** A typed literal of PROV-JSON (§2.3). */
    static ObjectNode typed(String value, String type) {
        return JsonNodeFactory.instance.objectNode().put("$", value).put("type", type);
    }
}
