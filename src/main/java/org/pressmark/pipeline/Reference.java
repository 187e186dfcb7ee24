package org.pressmark.pipeline;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.pressmark.markup.WebAddress;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.replay.TimeSpec;

/** What a person names on a command line: a file, standard input, or a stored page, perhaps as of a time. */
public sealed interface Reference {

    /** A document in a file. */
    record InFile(Path path) implements Reference {}

    /** A document on standard input. */
    record Input() implements Reference {}

    /**
     * A stored page.
     *
     * @param url the address
     * @param when what stood after {@code @}, e.g. {@code 2024-03-01}, {@code first}; empty text: the latest
     */
    record Stored(String url, String when) implements Reference {

        /** All as it was written, for an address that itself ends in what looks like a time. */
        public String whole() {
            return when.isEmpty() ? url : url + "@" + when;
        }
    }

    /** What may stand after the last {@code @}, beside words that count from the present. */
    Pattern WHEN = Pattern.compile("(?i)latest|first|now|[0-9]{4}([-0-9T:Z.+ ]{0,30})");

    /** What is a file's name rather than a host's, where no scheme says otherwise. */
    Pattern FILE_NAME =
            Pattern.compile("(?i)^[^/]*\\.(html?|xhtml|txt|md|markdown|json|warc|arc|gz|zip|pdf)$|^[./~]|\\\\");

    /**
     * Reads a reference: {@code -}, the path of a file that exists, else an address with {@code @WHEN} after it.
     *
     * @throws PipelineException if it is none of these
     */
    static Reference parse(String text) {
        if (text.equals("-")) {
            return new Input();
        }
        if (isFile(text)) {
            return new InFile(Path.of(text));
        }
        int at = text.lastIndexOf('@');
        boolean dated = at > 0 && time(text.substring(at + 1));
        String address = dated ? text.substring(0, at) : text;
        String when = dated ? text.substring(at + 1) : "";
        if (address.matches("(?i)[a-z][a-z0-9+.-]*://.+")) {
            return new Stored(asked(address), when);
        }
        if (FILE_NAME.matcher(text).find()) {
            throw new PipelineException(Trouble.INPUT, text + ": no such file");
        }
        if (address.matches("[^\\s/\\\\]+\\.[^\\s/\\\\.]{2,}(:[0-9]+)?(/\\S*)?") && !address.startsWith(".")) {
            return new Stored(asked("http://" + address), when);
        }
        throw new PipelineException(
                Trouble.INPUT,
                text + ": neither a file that exists nor an address; an address begins with http:// or https://");
    }

    /** An address in letters of other scripts as it was asked, and stands in the records: in ASCII. */
    static String asked(String address) {
        return address.chars().allMatch(c -> c < 0x80)
                ? address
                : WebAddress.parse(address).map(WebAddress::withoutFragment).orElse(address);
    }

    /** True for words that name a time rather than a page, e.g. {@code 2024-03} or {@code last week}. */
    static boolean time(String words) {
        return WHEN.matcher(words).matches() || TimeSpec.relative(words);
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
