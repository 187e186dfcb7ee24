package org.pressmark.ledger;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * What a timestamp authority says of checkpoints (RFC 3161): each answer as it came, in {@code ledger/timestamps/SIZE.tsr}, over
 * the SHA-256 of the whole note. Written once, never changed.
 */
public final class Timestamps {
    /** The media type of a question (RFC 3161 §3.4). */
    public static final String QUERY = "application/timestamp-query";

    /** The media type of an answer. */
    public static final String REPLY = "application/timestamp-reply";

    private final Path folder;

    /** The timestamps of an archive. */
    public Timestamps(Path archive) {
        this.folder = archive.resolve(Ledger.FOLDER).resolve("timestamps");
    }

    private Path file(Checkpoint checkpoint) {
        return folder.resolve(checkpoint.size() + ".tsr");
    }

    /** The authority's answer about a checkpoint, as it came. */
    public Optional<byte[]> of(Checkpoint checkpoint) throws IOException {
        Path file = file(checkpoint);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /**
     * The question about a checkpoint, to be sent as {@link #QUERY}; asks for the authority's certificate.
     *
     * @param nonce a number that nobody can foresee
     */
    public static byte[] query(Checkpoint checkpoint, BigInteger nonce) throws IOException {
        return request(checkpoint, nonce).getEncoded();
    }

    private static TimeStampRequest request(Checkpoint checkpoint, BigInteger nonce) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] digest = TreeHash.sha256().digest(checkpoint.note().getBytes(StandardCharsets.UTF_8));
        return generator.generate(TSPAlgorithms.SHA256, digest, nonce);
    }

    /**
     * Keeps an answer, if it is one to this question.
     *
     * @return the time that it states
     * @throws IOException if it is no answer to it, or a refusal; nothing is kept then
     */
    public Instant keep(Checkpoint checkpoint, BigInteger nonce, byte[] reply) throws IOException {
        Instant stated;
        try {
            TimeStampResponse response = new TimeStampResponse(reply);
            response.validate(request(checkpoint, nonce));
            if (response.getTimeStampToken() == null) {
                throw new IOException("the timestamp authority refused: " + response.getStatusString());
            }
            stated =
                    response.getTimeStampToken().getTimeStampInfo().getGenTime().toInstant();
        } catch (TSPException e) {
            throw new IOException("expected an answer to the question, found: " + e.getMessage(), e);
        }
        Files.createDirectories(folder);
        Path making = folder.resolve(checkpoint.size() + ".making");
        Files.write(making, reply);
        try (FileChannel channel = FileChannel.open(making, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(making, file(checkpoint), StandardCopyOption.ATOMIC_MOVE);
        return stated;
    }
}
