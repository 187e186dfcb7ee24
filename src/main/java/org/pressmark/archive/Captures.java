package org.pressmark.archive;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.Digest;
import org.pressmark.model.UrlKey;

/**
 * What the index knows of a capture, read from its records. Appending, importing and rebuilding all ask here, so that the
 * same records give the same index.
 *
 * <p>A file that was written elsewhere has no metadata record of ours. Then a redirect is a {@code REDIRECT}, an HTML, plain
 * text or PDF document with another status a {@code PAGE}, everything else a {@code REQUISITE}; a revisit has the payload
 * digest that its record states, SHA-1 as a rule, and length 0. Whether such a page is a wall its bytes tell, which is found out
 * where it is indexed: see {@link Captured#labelled}.
 */
final class Captures {
    private static final List<String> NOTES = List.of("urn:", "metadata:");

    private static final Digest NOTHING = Digests.of(Digest.Algorithm.SHA256, new byte[0]);

    private Captures() {}

    /**
     * @param main a response, revisit or resource record; anything else gives nothing, nor does what is no HTTP
     * @param metadata the metadata record of the same capture, where there is one of ours
     * @param plainGet false where the request is known to have been no GET
     * @param query what it asked for besides the address, under which such an answer is listed
     */
    static Optional<Capture> of(
            ScannedRecord main, Optional<ScannedRecord> metadata, boolean plainGet, Optional<CdxLine.Request> query) {
        Optional<Capture.Kind> kind = kind(main);
        if (kind.isEmpty() || main.targetUri().isEmpty() || main.date().isEmpty()) {
            return Optional.empty();
        }
        String url = main.targetUri().get();
        int status = main.http().map(head -> head.status()).orElse(0);
        Optional<String> redirect = main.http().flatMap(head -> Redirects.target(url, head));
        String mediaType = main.mediaType();
        if (kind.get() == Capture.Kind.REVISIT_NOT_MODIFIED && mediaType.isEmpty()) {
            mediaType = metadata.flatMap(record -> record.blockField(MetadataFields.TYPE))
                    .orElse("");
        }
        boolean visited = plainGet && !note(url);
        Capture.Role role =
                metadata.flatMap(Captures::statedRole).orElse(role(status, mediaType, redirect.isPresent(), visited));
        Optional<String> page = metadata.flatMap(record -> record.blockField(MetadataFields.PAGE))
                .map(WarcText::withoutBrackets)
                .or(() -> role == Capture.Role.PAGE ? Optional.of(main.recordId()) : Optional.empty());
        boolean revisit =
                kind.get() == Capture.Kind.REVISIT_IDENTICAL || kind.get() == Capture.Kind.REVISIT_NOT_MODIFIED;
        Optional<String> memento = metadata.flatMap(record -> record.blockField(MementoRenderer.MEMENTO))
                .filter(address -> kind.get() == Capture.Kind.RESPONSE && !address.isEmpty());
        return Optional.of(new Capture(
                main.recordId(),
                url,
                UrlKey.of(query.map(asked -> asked.appendedTo(url)).orElse(url)),
                main.date().get(),
                memento.isPresent() ? Capture.Kind.MEMENTO : kind.get(),
                role,
                status,
                mediaType,
                payload(main, metadata),
                length(main, metadata),
                main.location(),
                revisit
                        ? Optional.of(original(main))
                        : memento.map(address ->
                                new Capture.Original(address, main.date().get(), Optional.empty())),
                redirect,
                page,
                kind.get() == Capture.Kind.REVISIT_IDENTICAL ? Optional.empty() : main.truncated()));
    }

    /** What a metadata record of ours says that its capture was made for. */
    static Optional<Capture.Role> statedRole(ScannedRecord metadata) {
        return metadata.blockField(MetadataFields.ROLE).flatMap(MetadataFields::role);
    }

    /** True for what would be a capture if its record said when and of which address. */
    static boolean hasNoPlace(ScannedRecord main) {
        return (main.targetUri().isEmpty() || main.date().isEmpty())
                && kind(main).isPresent();
    }

    private static Optional<Capture.Kind> kind(ScannedRecord main) {
        switch (main.type()) {
            case "response" -> {
                boolean web = main.targetUri().filter(Captures::isWeb).isPresent();
                return main.http().isPresent() || web ? Optional.of(Capture.Kind.RESPONSE) : Optional.empty();
            }
            case "resource" -> {
                return Optional.of(Capture.Kind.RESOURCE);
            }
            case "revisit" -> {
                return revisit(main);
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /**
     * Which of the two kinds of revisit a record is. Others' profiles have other names, e.g. the drafts'
     * {@code uri-agnostic-identical-payload-digest}: what states a payload's digest repeats that payload.
     */
    private static Optional<Capture.Kind> revisit(ScannedRecord main) {
        String profile =
                main.field("WARC-Profile").map(WarcText::withoutBrackets).orElse("");
        if (profile.endsWith("/server-not-modified")) {
            return Optional.of(Capture.Kind.REVISIT_NOT_MODIFIED);
        }
        return profile.endsWith("/revisit/identical-payload-digest")
                        || main.statedPayloadDigest().isPresent()
                ? Optional.of(Capture.Kind.REVISIT_IDENTICAL)
                : Optional.empty();
    }

    /**
     * What a crawler keeps under names of its own and nobody's page is: wget's log and words, Browsertrix' text of a page, its
     * picture and the list of its parts ({@code urn:text:}, {@code urn:view:}, {@code urn:pageinfo:}).
     */
    private static boolean note(String url) {
        return NOTES.stream().anyMatch(scheme -> url.regionMatches(true, 0, scheme, 0, scheme.length()));
    }

    private static Capture.Role role(int status, String mediaType, boolean redirect, boolean plainGet) {
        if (redirect) {
            return Capture.Role.REDIRECT;
        }
        boolean answer = status == 0 || (status >= 200 && status < 300) || status == 304 || status >= 400;
        return plainGet && answer && MediaTypes.isPage(mediaType) ? Capture.Role.PAGE : Capture.Role.REQUISITE;
    }

    private static Digest payload(ScannedRecord main, Optional<ScannedRecord> metadata) {
        return main.payloadSha256()
                .or(() -> metadata.flatMap(record -> record.blockField(MetadataFields.SHA256))
                        .flatMap(Digests::parse))
                .or(main::statedPayloadDigest)
                .orElse(NOTHING);
    }

    private static long length(ScannedRecord main, Optional<ScannedRecord> metadata) {
        return main.payloadSha256().isPresent()
                ? main.payloadLength()
                : metadata.flatMap(record -> record.blockField(MetadataFields.LENGTH))
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .orElse(0L);
    }

    /** A revisit of the old kind names no date: its own stands for "the last before". */
    private static Capture.Original original(ScannedRecord main) {
        return new Capture.Original(
                main.field("WARC-Refers-To-Target-URI")
                        .map(WarcText::withoutBrackets)
                        .or(main::targetUri)
                        .orElse(""),
                main.field("WARC-Refers-To-Date")
                        .flatMap(WarcText::date)
                        .or(main::date)
                        .orElseThrow(),
                main.refersTo());
    }

    private static boolean isWeb(String url) {
        return List.of("http://", "https://").stream()
                .anyMatch(scheme -> url.regionMatches(true, 0, scheme, 0, scheme.length()));
    }
}
